package org.censusflow.base.task;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.censusflow.base.form.FormContract;

/**
 * What the model says about who may do a user task and what is submitted with it.
 *
 * @param form what its form submits
 * @param notBy the tasks whose doers may not do this one: its property {@code notBy}
 */
record TaskContract(FormContract form, List<String> notBy) {

  private static final String PROPERTY = "org.censusflow.contract";
  private static final TaskContract NONE = new TaskContract(FormContract.NOTHING, List.of());

  TaskContract {
    notBy = List.copyOf(notBy);
  }

  void keepAt(ActivityImpl activity) {
    activity.setProperty(PROPERTY, this);
  }

  /** A task of no model has no form and takes nothing. */
  static TaskContract of(TaskEntity task) {
    if (task.getProcessDefinitionId() == null) {
      return NONE;
    }
    ActivityImpl activity = task.getProcessDefinition().findActivity(task.getTaskDefinitionKey());
    return (TaskContract) activity.getProperty(PROPERTY);
  }
}
