package org.censusflow.access;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.district.District;
import org.censusflow.district.Districts;

/** The sample accounts that exist in this run: none unless the database is the embedded one. */
public final class SampleAccounts {

  /** The engine's group of administrators. */
  public static final String ADMINISTRATORS = "camunda-admin";

  private final List<SampleAccount> accounts;

  private SampleAccounts(List<SampleAccount> accounts) {
    this.accounts = List.copyOf(accounts);
  }

  static SampleAccounts of(Districts districts, EmbeddedDatabase embedded, Administrator admin) {
    List<SampleAccount> accounts = new ArrayList<>();
    if (embedded.present()) {
      if (admin.sample()) {
        List<String> groups = List.of(ADMINISTRATORS);
        accounts.add(new SampleAccount(admin.user(), "系统管理员", null, groups, admin.password()));
      }
      districts.all().forEach(district -> accounts.addAll(of(district)));
    }
    return new SampleAccounts(accounts);
  }

  private static List<SampleAccount> of(District district) {
    if (district.sampleStaff() == null) {
      return List.of();
    }
    return district.sampleStaff().accounts().stream()
        .map(
            account ->
                new SampleAccount(
                    account.id(),
                    account.name(),
                    district.id(),
                    account.groups().stream().map(key -> district.group(key).id()).toList(),
                    district.sampleStaff().password()))
        .toList();
  }

  /** Every sample account: the administrator first, then each district's in its file's order. */
  public List<SampleAccount> all() {
    return accounts;
  }

  public List<SampleAccount> ofDistrict(String district) {
    return accounts.stream().filter(account -> district.equals(account.district())).toList();
  }

  /** The accounts in a group, e.g. {@code haicang-health}. */
  public List<SampleAccount> inGroup(String group) {
    return accounts.stream().filter(account -> account.groups().contains(group)).toList();
  }
}
