package org.censusflow;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** The job executor's work, done at once and in this thread. */
public final class DueJobs {

  private DueJobs() {}

  /** Runs what is due, and what becomes due by it, until nothing is. */
  public static void run(ManagementService management) {
    List<Job> due = due(management);
    while (!due.isEmpty()) {
      due.forEach(
          job -> {
            // One job may have taken another's away.
            if (management.createJobQuery().jobId(job.getId()).count() == 1) {
              management.executeJob(job.getId());
            }
          });
      due = due(management);
    }
  }

  private static List<Job> due(ManagementService management) {
    return management.createJobQuery().executable().withRetriesLeft().list();
  }
}
