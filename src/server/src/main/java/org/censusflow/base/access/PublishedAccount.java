package org.censusflow.base.access;

import java.util.List;

/**
 * An account to try the program with.
 *
 * @param user login
 * @param name what staff see
 * @param district id of its district; null for the administrator
 * @param groups ids of its groups
 * @param password published, the same for all
 */
public record PublishedAccount(
    String user, String name, String district, List<String> groups, String password) {

  public PublishedAccount {
    groups = List.copyOf(groups);
  }
}
