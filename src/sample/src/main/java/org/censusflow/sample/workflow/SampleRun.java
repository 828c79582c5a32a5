package org.censusflow.sample.workflow;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.censusflow.base.access.EmbeddedDatabase;
import org.censusflow.base.process.crosscheck.ClericalReviewProcess;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.sample.AutopilotSettings;
import org.censusflow.sample.SampleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the sample census to its cross-checking phase and, with the autopilot, on to the
 * signature. Runs beside the server in a thread of its own, because the engine's jobs only start
 * when the application is ready.
 */
@Component
class SampleRun {

  private static final Logger log = LoggerFactory.getLogger(SampleRun.class);
  private static final long PAUSE_MILLIS = 200;
  private static final long STUCK_AFTER_MILLIS = 120_000;

  /**
   * What is done for a newcomer: the departments' uploads, and the doubtful pairs, without which
   * there are no differences.
   */
  private static final Set<String> BEFORE_CROSS_CHECK =
      Set.of(
          RecordRequestProcess.UPLOAD_RECORDS,
          ClericalReviewProcess.JUDGE_FIRST,
          ClericalReviewProcess.JUDGE_SECOND,
          ClericalReviewProcess.DECIDE_DISPUTED);

  private final SampleSettings settings;
  private final AutopilotSettings autopilot;
  private final SampleCensus census;
  private final StaffRoom staffRoom;
  private final StaffWork work;
  private final SampleDepartments departments;
  private final SampleConsole console;
  private final WholeRun wholeRun;
  private final EmbeddedDatabase embedded;
  private final ConfigurableApplicationContext context;
  private volatile boolean closing;

  SampleRun(
      SampleSettings settings,
      AutopilotSettings autopilot,
      SampleCensus census,
      StaffRoom staffRoom,
      StaffWork work,
      SampleDepartments departments,
      SampleConsole console,
      WholeRun wholeRun,
      EmbeddedDatabase embedded,
      ConfigurableApplicationContext context) {
    this.embedded = embedded;
    this.settings = settings;
    this.autopilot = autopilot;
    this.census = census;
    this.staffRoom = staffRoom;
    this.work = work;
    this.departments = departments;
    this.console = console;
    this.wholeRun = wholeRun;
    this.context = context;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    if (settings.enabled() && embedded.present()) {
      Thread thread = new Thread(this::run, "sample-census");
      thread.setDaemon(!autopilot.exit());
      thread.start();
    }
  }

  /** What the sample's staff are about to do then fails, and is no fault. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    closing = true;
  }

  private void run() {
    int exitCode = 1;
    try {
      long started = System.nanoTime();
      List<StaffMember> staff = staffRoom.of(settings.district());
      if (autopilot.whole()) {
        exitCode = wholeRun.play(staff) ? 0 : 1;
        return;
      }
      census.setUp(staff);
      if (autopilot.enabled()) {
        boolean done = play(staff, kind -> true, census::signed);
        exitCode = done && census.incidents() == 0 && census.openTasks() == 0 ? 0 : 1;
        console.summary(
            census.censusId(), (System.nanoTime() - started) / 1_000_000_000, exitCode == 0);
      } else {
        if (play(staff, BEFORE_CROSS_CHECK::contains, census::rechecksWaiting)) {
          console.welcome();
        }
        exitCode = 0;
        answerDepartments();
      }
    } catch (IOException | RuntimeException e) {
      if (closing) {
        log.debug("The sample census ends with the program", e);
      } else {
        log.error("CF-E691 The sample census stopped", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (autopilot.exit()) {
        int code = exitCode;
        System.exit(SpringApplication.exit(context, () -> code));
      }
    }
  }

  /**
   * Works until the goal is reached.
   *
   * @return whether it was; false when nothing has moved for a long time or an incident stands
   */
  private boolean play(List<StaffMember> staff, Predicate<String> kinds, BooleanSupplier goal)
      throws InterruptedException {
    long lastMove = System.currentTimeMillis();
    int done = 0;
    while (!goal.getAsBoolean()) {
      int moved = departments.answerWaiting() + work.round(staff, kinds);
      done += moved;
      if (moved > 0) {
        lastMove = System.currentTimeMillis();
        console.progress(census.censusId(), done);
      } else if (settings.yourself().isEmpty()
          && System.currentTimeMillis() - lastMove > STUCK_AFTER_MILLIS) {
        log.error(
            "CF-E692 Nothing has moved for two minutes: {} open tasks, {} incidents",
            census.openTasks(),
            census.incidents());
        return false;
      } else {
        Thread.sleep(PAUSE_MILLIS);
      }
      if (census.incidents() > 0) {
        log.error("CF-E693 {} incidents: see Cockpit", census.incidents());
        return false;
      }
    }
    console.finished(done);
    return true;
  }

  /** The sample departments stay on duty for whatever a user starts. */
  private void answerDepartments() throws InterruptedException {
    while (true) {
      if (departments.answerWaiting() == 0) {
        Thread.sleep(10 * PAUSE_MILLIS);
      }
    }
  }
}
