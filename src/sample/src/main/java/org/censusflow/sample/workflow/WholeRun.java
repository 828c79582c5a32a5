package org.censusflow.sample.workflow;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.sample.WholeCensusResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Plays a whole census with moved time: staff do what is due, and when nothing is left the clock
 * goes on to the next timer, the next task of a slow colleague or the next entry of the diary. The
 * engine's own job executor rests meanwhile, because a clock that jumps would end its locks.
 */
@Component
class WholeRun {

  private static final Logger log = LoggerFactory.getLogger(WholeRun.class);

  /** The calendars of working days end with this year. */
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 30);

  private final SampleCensus census;
  private final SampleDepartments departments;
  private final StaffWork work;
  private final FormWork forms;
  private final Timetable timetable;
  private final Diary diary;
  private final WholeReport report;
  private final WholeCensusResult result;
  private final SampleConsole console;
  private final ProcessEngine engine;
  private final ManagementService management;

  WholeRun(
      SampleCensus census,
      SampleDepartments departments,
      StaffWork work,
      FormWork forms,
      Timetable timetable,
      Diary diary,
      WholeReport report,
      WholeCensusResult result,
      SampleConsole console,
      ProcessEngine engine) {
    this.census = census;
    this.departments = departments;
    this.work = work;
    this.forms = forms;
    this.timetable = timetable;
    this.diary = diary;
    this.report = report;
    this.result = result;
    this.console = console;
    this.engine = engine;
    this.management = engine.getManagementService();
  }

  /**
   * Plays until nothing is left to do.
   *
   * @return whether the census is completed, every process has run, and no incident stands
   */
  boolean play(List<StaffMember> staff) throws IOException {
    try {
      return playAll(staff);
    } catch (IOException | RuntimeException e) {
      result.failed(e);
      throw e;
    }
  }

  private boolean playAll(List<StaffMember> staff) throws IOException {
    // The sample's map is drawn from its answers, which describe the reference day.
    moveTo(referenceDay());
    census.takeAnswersIn();
    moveTo(morning(census.district().window("preparation").from()));
    census.launch(staff);
    diary.open(census.district());
    departments.beginWithTheWrongFile();
    int steps = 0;
    while (incidents() == 0) {
      restJobExecutor();
      int moved = departments.answerWaiting() + jobs() + diary.startDue(staff);
      if (moved == 0) {
        moved = work.share(timetable.ready(), staff, forms::play);
      }
      steps += moved;
      if (timetable.stuck().isPresent()) {
        log.error("CF-E694 Nobody can do the task {}", timetable.stuck().get());
        break;
      }
      if (moved == 0 && !goOn()) {
        break;
      }
    }
    boolean done = incidents() == 0 && report.complete(census.district());
    String table = report.table(census.district(), done);
    console.print(table);
    console.finished(steps);
    result.reached(done, table);
    return done;
  }

  private Instant referenceDay() {
    return morning(census.district().referenceTime().toLocalDate());
  }

  private long incidents() {
    return engine.getRuntimeService().createIncidentQuery().count();
  }

  /** Asked again and again: the program starts it beside this run. */
  private void restJobExecutor() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    JobExecutor executor = configuration.getJobExecutor();
    if (executor != null && executor.isActive()) {
      executor.shutdown();
    }
  }

  private int jobs() {
    List<Job> due = management.createJobQuery().executable().active().listPage(0, 200);
    for (Job job : due) {
      if (management.createJobQuery().jobId(job.getId()).count() == 1) {
        run(job);
      }
    }
    return due.size();
  }

  private void run(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException e) {
      // The engine has noted the failure and when to try again.
      log.warn("CF-W693 A step of the whole census failed: {}", e.toString());
    }
  }

  /** Moves the clock to what comes next. */
  private boolean goOn() {
    Instant now = ClockUtil.getCurrentTime().toInstant();
    Instant next =
        List.of(timer(now), timetable.next(now), diary.next()).stream()
            .min(Instant::compareTo)
            .orElseThrow();
    if (next.isAfter(morning(LAST_DAY))) {
      return false;
    }
    moveTo(next.isAfter(now) ? next.plusSeconds(1) : now.plus(Duration.ofHours(1)));
    console.day(next.atZone(WorkingDays.ZONE).toLocalDate());
    return true;
  }

  private Instant timer(Instant now) {
    List<Job> next =
        management
            .createJobQuery()
            .active()
            .withRetriesLeft()
            .duedateHigherThan(Date.from(now))
            .orderByJobDuedate()
            .asc()
            .listPage(0, 1);
    return next.isEmpty() ? Instant.MAX : next.get(0).getDuedate().toInstant();
  }

  private static void moveTo(Instant instant) {
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  static Instant morning(LocalDate day) {
    return day.atTime(LocalTime.of(9, 0)).atZone(WorkingDays.ZONE).toInstant();
  }
}
