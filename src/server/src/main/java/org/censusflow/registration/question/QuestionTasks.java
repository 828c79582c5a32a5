package org.censusflow.registration.question;

import org.censusflow.base.access.Caller;

/** Finds out what a task of the process plane is about; the process plane provides it. */
public interface QuestionTasks {

  /**
   * @throws QuestionTaskNotClaimed when somebody else or nobody has claimed it
   * @throws QuestionRefused when the caller can see no such task
   */
  QuestionTask claimedBy(Caller caller, String taskId);
}
