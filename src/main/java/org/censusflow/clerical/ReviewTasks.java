package org.censusflow.clerical;

import org.censusflow.access.Caller;

/** Finds out what a task of the process plane is about; the process plane provides it. */
public interface ReviewTasks {

  /**
   * @throws JudgementRefused when the task is not (or no longer) one that the caller has claimed
   */
  ReviewTask claimedBy(Caller caller, String taskId);
}
