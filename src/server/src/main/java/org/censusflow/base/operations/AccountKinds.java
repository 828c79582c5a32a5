package org.censusflow.base.operations;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.censusflow.base.access.Administrator;
import org.censusflow.base.district.Districts;
import org.springframework.stereotype.Component;

/** The kinds of groups that an account is in, as {@code engine-operations.yaml} names them. */
@Component
public class AccountKinds {

  private final Map<String, String> kindOfGroup = new HashMap<>();

  AccountKinds(Districts districts) {
    districts.all().stream()
        .flatMap(district -> district.groups().stream())
        .forEach(
            group ->
                kindOfGroup.put(
                    group.id(), group.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    kindOfGroup.put(Administrator.GROUP, OpenOperations.ADMINISTRATOR);
  }

  /** Empty for an account that is in no group of a district's file. */
  Set<String> of(Set<String> groups) {
    Set<String> kinds = new TreeSet<>();
    groups.stream().map(kindOfGroup::get).filter(kind -> kind != null).forEach(kinds::add);
    return kinds;
  }
}
