package org.censusflow.area.workflow;

import org.camunda.bpm.engine.TaskService;
import org.censusflow.area.WorkHandedOver;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Passes the open tasks of a block on to whoever works there now. With nobody there yet they go
 * back to their group, where the next one finds them.
 */
@Component
class OpenTaskHandOver {

  private final TaskService tasks;

  OpenTaskHandOver(TaskService tasks) {
    this.tasks = tasks;
  }

  @EventListener
  void follow(WorkHandedOver work) {
    tasks
        .createTaskQuery()
        .tenantIdIn(work.district())
        .taskAssignee(work.from())
        .processVariableValueEquals("block", work.block())
        .list()
        .forEach(task -> tasks.setAssignee(task.getId(), work.to()));
  }
}
