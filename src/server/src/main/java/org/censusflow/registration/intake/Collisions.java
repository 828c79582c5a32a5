package org.censusflow.registration.intake;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/**
 * Two who bring the same at the same moment: the database lets one in and turns the other's whole
 * transaction back, who then looks again and finds what the first has brought.
 */
public final class Collisions {

  private static final int TRIES = 3;

  private Collisions() {}

  /**
   * @param work a transaction of its own; nothing of it is left where it fails
   */
  public static <T> T solved(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (DuplicateKeyException | ConcurrencyFailureException e) {
        if (attempt == TRIES) {
          throw e;
        }
      }
    }
  }
}
