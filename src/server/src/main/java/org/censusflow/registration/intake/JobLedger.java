package org.censusflow.registration.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.base.data.Moments;
import org.censusflow.registration.answers.RegistrationsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where files' intakes begin and end. A beginning and who asked for it are one commit; so are an
 * end, good or not, and what follows from the rows that are stored by then. A job that was killed
 * before its end is running still, and comes to it when it goes on.
 */
@Component
public class JobLedger {

  private static final int LONGEST_NOTES = 4_000;

  private final JdbcTemplate template;
  private final IntakeAudit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  public JobLedger(
      JdbcTemplate template, IntakeAudit audit, ApplicationEventPublisher events, Clock clock) {
    this.template = template;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Enters a job. The same file for the same census again is the job that is there; one that had
   * failed is running again.
   */
  @Transactional
  public IntakeJob begin(IntakeJob wanted) {
    IntakeJob job =
        template.execute(
            (ConnectionCallback<IntakeJob>)
                connection -> {
                  JobRows jobs = new JobRows(connection);
                  long id = jobs.enter(wanted);
                  jobs.resume(id);
                  return jobs.require(id);
                });
    String district =
        template.queryForObject(
            "select district from census where id = ?", String.class, job.censusId());
    audit.record(
        wanted.startedBy(), district, "intake.file", "intake-job", String.valueOf(job.id()));
    return job;
  }

  /**
   * @throws DataAccessException when the database does not answer
   */
  public IntakeJob require(long id) {
    return template.execute(
        (ConnectionCallback<IntakeJob>) connection -> new JobRows(connection).require(id));
  }

  /**
   * @param notes what was noticed in the rows, in Chinese
   */
  @Transactional
  public void done(IntakeJob job, List<String> notes) {
    List<String> all = new ArrayList<>(job.notes());
    all.addAll(notes);
    template.update("update intake_job set notes = ? where id = ?", kept(all), job.id());
    end(job, "DONE", null);
  }

  /** Notes as they are kept; null for none. */
  static String kept(List<String> notes) {
    String text = String.join("\n", notes);
    return notes.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_NOTES));
  }

  /**
   * @param reason for the census office, in Chinese
   */
  @Transactional
  public void failed(IntakeJob job, String reason) {
    end(job, "FAILED", reason);
  }

  private void end(IntakeJob job, String state, String reason) {
    int ended =
        template.update(
            "update intake_job set state = ?, reason = ?, finished_at = ? where id = ? and state = 'RUNNING'",
            state,
            reason,
            Moments.now(clock),
            job.id());
    if (ended > 0) {
      events.publishEvent(new RegistrationsChanged(job.censusId(), List.of()));
    }
  }
}
