package org.censusflow.crosscheck.recheck;

import org.censusflow.base.access.Caller;

/** Finds out what a task of the process plane is about; the process plane provides it. */
public interface RecheckTasks {

  /**
   * @throws DecisionRefused when the task is not (or no longer) one that the caller has claimed
   */
  RecheckTask claimedBy(Caller caller, String taskId);
}
