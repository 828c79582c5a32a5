package org.censusflow.registration.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many households an account may look into in a minute: enough for somebody who asks about one
 * household after the other, too few for a program that walks through a block. Counted by each
 * server for itself.
 */
@Component
class LookLimit {

  static final int MOST = 30;

  private static final Duration SPAN = Duration.ofMinutes(1);

  private record Looks(Instant since, int count) {}

  private final Clock clock;
  private final Map<String, Looks> byAccount = new ConcurrentHashMap<>();

  LookLimit(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts a look.
   *
   * @throws TooManyLooks when the account has had its share of this minute
   */
  void look(String account) {
    Instant now = clock.instant();
    Looks looks = byAccount.compute(account, (key, before) -> next(before, now));
    if (looks.count() > MOST) {
      throw new TooManyLooks(MOST);
    }
  }

  private static Looks next(Looks before, Instant now) {
    boolean fresh = before == null || !now.isBefore(before.since().plus(SPAN));
    return fresh ? new Looks(now, 1) : new Looks(before.since(), before.count() + 1);
  }
}
