package org.censusflow.mapping.assignment.workflow;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.engine.AsProgram;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.process.registration.BlockListingProcess;
import org.censusflow.base.process.registration.BlockLongFormsProcess;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.censusflow.mapping.assignment.WorkHandedOver;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Passes the open tasks of a block on to whoever works there now. With nobody there yet they go
 * back to their group, where the next one finds them.
 */
@Component
class OpenTaskHandOver {

  private final TaskService tasks;
  private final AsProgram asProgram;

  OpenTaskHandOver(TaskService tasks, AsProgram asProgram) {
    this.tasks = tasks;
    this.asProgram = asProgram;
  }

  @EventListener
  void follow(WorkHandedOver work) {
    asProgram.run(
        () -> {
          open(work).forEach(task -> tasks.setAssignee(task.getId(), work.to()));
          return null;
        });
  }

  /** Gives what an account has claimed in any block back to its group. */
  void release(String district, String account) {
    tasks
        .createTaskQuery()
        .tenantIdIn(district)
        .taskAssignee(account)
        .processDefinitionKeyIn(
            BlockListingProcess.KEY,
            BlockShortFormsProcess.KEY,
            BlockLongFormsProcess.KEY,
            AreaRecheckProcess.KEY)
        .list()
        .forEach(task -> tasks.setAssignee(task.getId(), null));
  }

  private List<Task> open(WorkHandedOver work) {
    return tasks
        .createTaskQuery()
        .tenantIdIn(work.district())
        .taskAssignee(work.from())
        .processVariableValueEquals("block", work.block())
        .list();
  }
}
