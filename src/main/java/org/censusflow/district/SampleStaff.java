package org.censusflow.district;

import java.util.List;

/**
 * Accounts to try the program with. They are made on the embedded database only.
 *
 * @param password the published password of them all
 */
public record SampleStaff(String password, List<Account> accounts) {

  public SampleStaff {
    accounts = Copies.of(accounts);
  }

  /**
   * One sample account.
   *
   * @param id login
   * @param name display name; says that it is a sample
   * @param groups keys of the district's groups it belongs to
   */
  public record Account(String id, String name, List<String> groups) {

    public Account {
      groups = Copies.of(groups);
    }
  }
}
