package org.censusflow.registration.field;

import org.censusflow.base.access.Caller;

/** The tasks of the field work as the engine knows them. */
public interface FieldTasks {

  /**
   * @throws FieldTaskNotClaimed when somebody else or nobody has claimed it
   * @throws FieldWorkRefused when the caller can see no such task
   */
  FieldTask claimedBy(Caller caller, String taskId);
}
