package org.censusflow.area.workflow;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.area.Assignments;
import org.censusflow.area.StaffRole;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.stereotype.Component;

/**
 * A block that has been given to an enumerator is visited by that enumerator, or by whoever stands
 * in. Where nobody has been assigned, as in a district that keeps its own lists, the group decides.
 */
@Component
class BlockWorkRule implements TaskRule {

  private static final Set<String> TASKS = Set.of("Task_VerifyByEnumerator", "Task_AskHouseholds");

  private final Assignments assignments;

  BlockWorkRule(Assignments assignments) {
    this.assignments = assignments;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    Optional<String> enumerator =
        assignments.working(
            String.valueOf(task.getVariable("censusId")),
            String.valueOf(task.getVariable("block")),
            StaffRole.ENUMERATOR);
    if (enumerator.isPresent() && !enumerator.get().equals(task.getAssignee())) {
      throw new TaskRefused("CF-E816 本小区已分派给 " + enumerator.get() + "：请退回任务，或者先办理更换。");
    }
  }
}
