package org.censusflow.sample.workflow;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;

/** How sample staff do one kind of task. */
interface TaskPlay {

  boolean plays(String taskDefinitionKey);

  /**
   * Does the work of a task that the person has claimed.
   *
   * @return what to submit with the form; empty when this person may not do it and somebody else
   *     should
   */
  Optional<Map<String, Object>> play(Task task, StaffMember person);
}
