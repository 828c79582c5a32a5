package org.censusflow.base.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Links new entries every other second, apart from the work that they tell of, so that no officer
 * waits for another's entry. Says once a day in the log how far the chain is: a line to be kept
 * where the database's administrator cannot reach it.
 */
@Component
class AuditSealer {

  private static final Logger log = LoggerFactory.getLogger(AuditSealer.class);

  /** Transactions that last longer are found by the day's look at everything. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

  private final AuditChain chain;
  private final Clock clock;

  /** Every entry up to here is linked or was rolled back; 0 looks at everything. */
  private long floor;

  /** The highest linked id at the time of {@link #marked}, which becomes the next floor. */
  private long mark;

  private long highest;
  private Instant marked = Instant.MIN;
  private LocalDate day = LocalDate.MIN;

  AuditSealer(AuditChain chain, Clock clock) {
    this.chain = chain;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 2, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
  void seal() {
    try {
      sealNow();
    } catch (DuplicateKeyException another) {
      log.debug("Another program on this database links at the moment");
    } catch (DataAccessException e) {
      log.error(
          "CF-E191 The audit's new entries could not be linked; tried again in two seconds", e);
    }
  }

  /** Links what there is. */
  synchronized void sealNow() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    boolean newDay = !today.equals(day);
    AuditChain.Round round;
    long beyond = newDay ? 0 : floor;
    do {
      round = chain.link(beyond);
      highest = Math.max(highest, round.highest());
    } while (round.linked() == AuditChain.BATCH);
    moveFloor();
    if (newDay) {
      day = today;
      log.info("AUDIT-01 The audit's root is {}", chain.root());
    }
  }

  private void moveFloor() {
    Instant now = clock.instant();
    if (marked.isBefore(now.minus(LONGEST_TRANSACTION))) {
      floor = mark;
      mark = highest;
      marked = now;
    }
  }
}
