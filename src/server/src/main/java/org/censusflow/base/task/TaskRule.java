package org.censusflow.base.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;

/**
 * A rule of a module that must hold before one of its tasks may be completed, whoever completes it
 * and by which interface.
 */
public interface TaskRule {

  boolean appliesTo(String taskDefinitionKey);

  /**
   * @throws TaskRefused with a message in Chinese for the officer, when the task may not be
   *     completed yet
   */
  void check(DelegateTask task);
}
