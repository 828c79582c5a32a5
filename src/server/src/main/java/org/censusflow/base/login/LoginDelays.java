package org.censusflow.base.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody has to wait before the next password is looked at. Failures count by where they
 * came from and for which account together, so that a stranger slows down nobody but himself:
 *
 * <ul>
 *   <li>one source and one account: three tries, then a wait that doubles, minutes from the tenth;
 *   <li>a source that fails for many accounts: every further try from there waits;
 *   <li>an account that fails from many sources: one try for each source instead of three, and a
 *       longer wait. It is never locked.
 * </ul>
 *
 * From where an account has logged in before, only the first rule holds for it. Nothing tells
 * whether an account exists. What is known is in memory, bounded, and forgotten after half an hour
 * without a failure.
 */
final class LoginDelays {

  private static final Duration FORGOTTEN = Duration.ofMinutes(30);
  private static final Duration KNOWN_FOR = Duration.ofDays(30);
  private static final Duration BLOCKED = Duration.ofMinutes(5);
  private static final int FREE = 3;
  private static final int BLOCKED_FROM = 10;
  private static final int LONGEST_SECONDS = 60;
  private static final int ATTACKED_SECONDS = 30;
  private static final int MANY = 20;
  private static final int MOST_AT_ONCE = 20;
  private static final int REMEMBERED = 20_000;

  private final Clock clock;
  private final Recent<Pair, Failures> pairs = new Recent<>(REMEMBERED);
  private final Recent<String, Failures> sources = new Recent<>(REMEMBERED);
  private final Recent<String, Failures> accounts = new Recent<>(REMEMBERED);
  private final Recent<Pair, Instant> known = new Recent<>(REMEMBERED);

  LoginDelays(Clock clock) {
    this.clock = clock;
  }

  private record Pair(String source, String account) {}

  private static final class Failures {
    private int count;
    private int underWay;
    private Instant last = Instant.MIN;
    private Instant waitsUntil = Instant.MIN;
  }

  /**
   * Begins a try; whoever may go on says by {@link #ended} how it went.
   *
   * @return how long to wait first; zero to go on
   */
  synchronized Duration begin(String source, String account) {
    Instant now = clock.instant();
    Pair pair = new Pair(source, account);
    Failures own = current(pairs, pair, now);
    Instant until = own.waitsUntil;
    if (!isKnown(pair, now)) {
      Instant wide = current(sources, source, now).waitsUntil;
      until = wide.isAfter(until) ? wide : until;
    }
    if (until.isAfter(now)) {
      return Duration.between(now, until);
    }
    if (own.underWay >= MOST_AT_ONCE) {
      return Duration.ofSeconds(1);
    }
    own.underWay++;
    return Duration.ZERO;
  }

  synchronized void ended(String source, String account, boolean success) {
    Instant now = clock.instant();
    Pair pair = new Pair(source, account);
    Failures own = current(pairs, pair, now);
    own.underWay = Math.max(0, own.underWay - 1);
    if (success) {
      own.count = 0;
      own.waitsUntil = Instant.MIN;
      known.put(pair, now);
      return;
    }
    Failures wide = current(accounts, account, now);
    count(wide, now);
    boolean attacked = wide.count >= MANY && !isKnown(pair, now);
    count(own, now);
    own.waitsUntil = now.plus(pairWait(own.count, attacked));
    if (own.count == 1) {
      Failures all = current(sources, source, now);
      count(all, now);
      if (all.count >= MANY) {
        all.waitsUntil = now.plusSeconds(doubled(all.count - MANY, ATTACKED_SECONDS));
      }
    }
  }

  /** When the pair last failed; what was unlocked later than that is forgiven. */
  synchronized Instant lastFailure(String source, String account) {
    return current(pairs, new Pair(source, account), clock.instant()).last;
  }

  /** An administrator lets the account in again: what failed before no longer counts. */
  synchronized void forgive(String source, String account) {
    accounts.remove(account);
    Instant now = clock.instant();
    current(sources, source, now).waitsUntil = Instant.MIN;
    Failures own = current(pairs, new Pair(source, account), now);
    own.count = 0;
    own.waitsUntil = Instant.MIN;
  }

  private static Duration pairWait(int count, boolean attacked) {
    if (count >= BLOCKED_FROM) {
      return BLOCKED;
    }
    int over = count - (attacked ? 1 : FREE);
    if (over < 0) {
      return Duration.ZERO;
    }
    long seconds = attacked ? ATTACKED_SECONDS * doubled(over, 8) : doubled(over, LONGEST_SECONDS);
    return Duration.ofSeconds(seconds);
  }

  private static long doubled(int times, int most) {
    return Math.min(1L << Math.min(times, 30), most);
  }

  private static void count(Failures failures, Instant now) {
    failures.count++;
    failures.last = now;
  }

  private boolean isKnown(Pair pair, Instant now) {
    Instant since = known.get(pair);
    return since != null && since.plus(KNOWN_FOR).isAfter(now);
  }

  private static <K> Failures current(Recent<K, Failures> of, K key, Instant now) {
    Failures failures = of.computeIfAbsent(key, it -> new Failures());
    boolean over =
        !failures.last.equals(Instant.MIN) && failures.last.plus(FORGOTTEN).isBefore(now);
    if (over) {
      failures.count = 0;
      failures.last = Instant.MIN;
      failures.waitsUntil = Instant.MIN;
    }
    return failures;
  }
}
