package org.censusflow.mapping.assignment.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.task.Claim;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.base.task.TaskRule;
import org.censusflow.mapping.assignment.OwnBlocks;
import org.censusflow.mapping.assignment.StaffRole;
import org.springframework.stereotype.Component;

/** A block's work is done by those whose own it is, as {@link OwnBlocks} says. */
@Component
class BlockWorkRule implements TaskRule {

  private static final Map<String, StaffRole> TASKS =
      Map.of(
          "Task_ListHouseholds", StaffRole.ENUMERATOR,
          "Task_EnumerateShortForms", StaffRole.ENUMERATOR,
          "Task_VerifyByEnumerator", StaffRole.ENUMERATOR,
          "Task_AskHouseholds", StaffRole.ENUMERATOR,
          "Task_RecheckSample", StaffRole.SUPERVISOR,
          "Task_AcceptBlock", StaffRole.SUPERVISOR,
          "Task_EnumerateLongForms", StaffRole.SUPERVISOR,
          "Task_VerifyBySupervisor", StaffRole.SUPERVISOR,
          "Task_ReachHouseholds", StaffRole.SUPERVISOR);

  private final OwnBlocks own;

  BlockWorkRule(OwnBlocks own) {
    this.own = own;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    String account = Claim.by(task);
    own.refusal(
            TaskOrigin.text(task.getExecution(), "censusId"),
            TaskOrigin.text(task.getExecution(), "block"),
            TASKS.get(task.getTaskDefinitionKey()),
            account)
        .ifPresent(
            refusal -> {
              throw new TaskRefused(refusal);
            });
  }
}
