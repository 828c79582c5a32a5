package org.censusflow.base.instance;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.form.FormValues;

/** How often an instance has reminded; its pages show it. */
public final class Reminders {

  private static final String COUNT = "reminderCount";

  private Reminders() {}

  /** One more went out. */
  public static void count(DelegateExecution execution) {
    execution.getProcessInstance().setVariable(COUNT, FormValues.number(execution, COUNT) + 1);
  }
}
