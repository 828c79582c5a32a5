package org.censusflow.base.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** A rule of a module that must hold before one of its external tasks may be completed. */
public interface ExternalTaskRule {

  boolean appliesTo(String activityId);

  /**
   * @throws WorkRefused with a message in Chinese, when the work is not done yet
   */
  void check(DelegateExecution execution);
}
