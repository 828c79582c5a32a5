package org.censusflow.base.data;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;

/** Instants as the drivers take them among positional parameters; {@link Params} does it itself. */
public final class Moments {

  private Moments() {}

  public static Timestamp now(Clock clock) {
    return Timestamp.from(clock.instant());
  }

  /** The instant; null for none. */
  public static Timestamp at(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
