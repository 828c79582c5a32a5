package org.censusflow.crosscheck.review;

import org.censusflow.base.access.Caller;

/** Finds out what a task of the process plane is about; the process plane provides it. */
public interface ReviewTasks {

  /**
   * @throws JudgementRefused when the task is not (or no longer) one that the caller has claimed
   */
  ReviewTask claimedBy(Caller caller, String taskId);
}
