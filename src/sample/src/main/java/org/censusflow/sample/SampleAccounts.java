package org.censusflow.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.access.Administrator;
import org.censusflow.base.access.EmbeddedDatabase;
import org.censusflow.base.access.PublishedAccount;
import org.censusflow.base.access.PublishedAccounts;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The sample accounts that exist in this run: none unless the database is the embedded one. */
@Component
public final class SampleAccounts implements PublishedAccounts {

  private static final Administrator ADMINISTRATOR =
      new Administrator("admin", "Census-2020", true);

  private final List<PublishedAccount> accounts = new ArrayList<>();
  private final boolean present;

  SampleAccounts(Districts districts, EmbeddedDatabase embedded, Environment environment) {
    present = embedded.present();
    if (!present) {
      return;
    }
    if (!Administrator.isNamedIn(environment)) {
      accounts.add(
          new PublishedAccount(
              ADMINISTRATOR.user(),
              "系统管理员",
              null,
              List.of(Administrator.GROUP),
              ADMINISTRATOR.password()));
    }
    for (SampleStaff staff : SampleStaff.all()) {
      districts
          .find(staff.district())
          .ifPresent(district -> accounts.addAll(accounts(staff, district)));
    }
  }

  private static List<PublishedAccount> accounts(SampleStaff staff, District district) {
    return staff.accounts().stream()
        .map(
            account ->
                new PublishedAccount(
                    account.id(),
                    account.name(),
                    district.id(),
                    account.groups().stream().map(key -> district.group(key).id()).toList(),
                    staff.password()))
        .toList();
  }

  @Override
  public Optional<Administrator> administrator() {
    return present ? Optional.of(ADMINISTRATOR) : Optional.empty();
  }

  /** Every sample account: the administrator first, then each district's in its file's order. */
  @Override
  public List<PublishedAccount> all() {
    return List.copyOf(accounts);
  }

  public List<PublishedAccount> ofDistrict(String district) {
    return accounts.stream().filter(account -> district.equals(account.district())).toList();
  }

  /** The accounts in a group, e.g. {@code haicang-health}. */
  public List<PublishedAccount> inGroup(String group) {
    return accounts.stream().filter(account -> account.groups().contains(group)).toList();
  }
}
