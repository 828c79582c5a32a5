package org.censusflow.base.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Strangers guess; who has the right password gets in. */
class LoginDelaysTests {

  private static final String HOME = "10.0.0.1";

  private final Watch watch = new Watch();
  private final LoginDelays delays = new LoginDelays(watch);

  @Test
  void threeMistakesCostNothingAndTheNextOnesEverMore() {
    fails(HOME, "lead", 3);
    assertThat(delays.begin(HOME, "lead")).isEqualTo(Duration.ofSeconds(1));
    watch.passes(Duration.ofSeconds(1));
    fails(HOME, "lead", 1);
    assertThat(delays.begin(HOME, "lead")).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void fromTheTenthMistakeOnThePairWaitsForMinutesAndTheAccountStaysOpenElsewhere() {
    Duration spent = failsPatiently("evil", "admin", 10);
    assertThat(spent).isGreaterThan(Duration.ofMinutes(1));
    assertThat(delays.begin("evil", "admin")).isEqualTo(Duration.ofMinutes(5));
    assertThat(delays.begin(HOME, "admin")).isZero();
    delays.ended(HOME, "admin", true);
    assertThat(delays.begin("evil", "admin")).isEqualTo(Duration.ofMinutes(5));
    watch.passes(Duration.ofMinutes(5));
    assertThat(delays.begin("evil", "admin")).isZero();
  }

  @Test
  void theRightPasswordEndsTheWait() {
    fails(HOME, "lead", 2);
    assertThat(delays.begin(HOME, "lead")).isZero();
    delays.ended(HOME, "lead", true);
    fails(HOME, "lead", 2);
    assertThat(delays.begin(HOME, "lead")).isZero();
  }

  @Test
  void aSourceThatTriesManyAccountsIsSlowedAsAWholeButNotWhoLoggedInFromThereBefore() {
    delays.begin("evil", "colleague");
    delays.ended("evil", "colleague", true);
    for (int i = 0; i < 20; i++) {
      fails("evil", "account-" + i, 1);
    }
    assertThat(delays.begin("evil", "account-99")).isPositive();
    assertThat(delays.begin("evil", "colleague")).isZero();
    assertThat(delays.begin(HOME, "account-99")).isZero();
  }

  @Test
  void aWideAttackOnOneAccountIsSlowedAndNeverLocksIt() {
    delays.begin(HOME, "admin");
    delays.ended(HOME, "admin", true);
    for (int i = 0; i < 500; i++) {
      String source = "evil-" + i;
      assertThat(delays.begin(source, "admin")).isZero();
      delays.ended(source, "admin", false);
    }
    assertThat(delays.begin("evil-499", "admin")).isEqualTo(Duration.ofSeconds(30));
    fails(HOME, "admin", 1);
    assertThat(delays.begin(HOME, "admin")).isZero();
    assertThat(delays.begin("a-new-desk", "admin")).isZero();
  }

  @Test
  void manyTriesAtOnceAreNoWayAround() {
    int let = 0;
    for (int i = 0; i < 200; i++) {
      let += delays.begin("evil", "admin").isZero() ? 1 : 0;
    }
    assertThat(let).isEqualTo(20);
    for (int i = 0; i < let; i++) {
      delays.ended("evil", "admin", false);
    }
    assertThat(delays.begin("evil", "admin")).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void halfAnHourLaterAllIsForgotten() {
    failsPatiently(HOME, "lead", 10);
    watch.passes(Duration.ofMinutes(31));
    fails(HOME, "lead", 2);
    assertThat(delays.begin(HOME, "lead")).isZero();
  }

  @Test
  void whoIsForgivenGetsInAtOnceEvenFromASourceThatIsSlowed() {
    failsPatiently(HOME, "admin", 10);
    for (int i = 0; i < 30; i++) {
      fails(HOME, "account-" + i, 1);
    }
    assertThat(delays.begin(HOME, "account-99")).isPositive();
    delays.forgive(HOME, "admin");
    assertThat(delays.begin(HOME, "admin")).isZero();
  }

  @Test
  void whoIsForgivenMayMistakeAgainThoughTheAccountWasAttacked() {
    for (int i = 0; i < 30; i++) {
      fails("evil-" + i, "admin", 1);
    }
    fails(HOME, "admin", 1);
    assertThat(delays.begin(HOME, "admin")).isPositive();
    delays.forgive(HOME, "admin");
    fails(HOME, "admin", 1);
    assertThat(delays.begin(HOME, "admin")).isZero();
  }

  @Test
  void aPlaceIsKnownForAMonth() {
    delays.begin(HOME, "admin");
    delays.ended(HOME, "admin", true);
    watch.passes(Duration.ofDays(31));
    for (int i = 0; i < 20; i++) {
      fails(HOME, "account-" + i, 1);
    }
    assertThat(delays.begin(HOME, "admin")).isPositive();
  }

  private void fails(String source, String account, int times) {
    for (int i = 0; i < times; i++) {
      delays.begin(source, account);
      delays.ended(source, account, false);
    }
  }

  private Duration failsPatiently(String source, String account, int times) {
    Duration spent = Duration.ZERO;
    for (int i = 0; i < times; i++) {
      Duration wait = delays.begin(source, account);
      watch.passes(wait);
      spent = spent.plus(wait);
      if (!wait.isZero()) {
        delays.begin(source, account);
      }
      delays.ended(source, account, false);
    }
    return spent;
  }

  private static final class Watch extends Clock {

    private Instant now = Instant.parse("2020-11-01T00:00:00Z");

    void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
