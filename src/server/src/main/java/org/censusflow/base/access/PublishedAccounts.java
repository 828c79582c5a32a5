package org.censusflow.base.access;

import java.util.List;
import java.util.Optional;

/**
 * Accounts that everybody knows, for a program to try things with. The deployed program has none:
 * its administrator makes the staff's accounts.
 */
public interface PublishedAccounts {

  /** Who administers the engine when the environment names nobody. */
  Optional<Administrator> administrator();

  /** Staff, and the administrator, if it is the one above. */
  List<PublishedAccount> all();
}
