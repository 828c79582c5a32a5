package org.censusflow.area.workflow;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.area.Assignments;
import org.censusflow.area.CertifiedStaff;
import org.censusflow.area.StaffRole;
import org.censusflow.engine.Claim;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.stereotype.Component;

/**
 * A block's work is done with a valid certificate. A block that has been given to an enumerator is
 * visited again by that enumerator, or by whoever stands in; where nobody has been assigned, as in
 * a district that keeps its own lists, the group decides.
 */
@Component
class BlockWorkRule implements TaskRule {

  /** Done by nobody else where the block is somebody's. */
  private static final Set<String> ASSIGNED =
      Set.of("Task_VerifyByEnumerator", "Task_AskHouseholds");

  private static final Set<String> TASKS =
      Set.of(
          "Task_ListHouseholds",
          "Task_EnumerateShortForms",
          "Task_RecheckSample",
          "Task_AcceptBlock",
          "Task_EnumerateLongForms",
          "Task_VerifyByEnumerator",
          "Task_VerifyBySupervisor",
          "Task_AskHouseholds");

  private final CertifiedStaff certified;
  private final Assignments assignments;

  BlockWorkRule(CertifiedStaff certified, Assignments assignments) {
    this.certified = certified;
    this.assignments = assignments;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    String censusId = String.valueOf(task.getVariable("censusId"));
    String account = Claim.by(task);
    certified
        .refusal(censusId, account)
        .ifPresent(
            refusal -> {
              throw new TaskRefused(refusal);
            });
    if (ASSIGNED.contains(task.getTaskDefinitionKey())) {
      checkAssigned(censusId, String.valueOf(task.getVariable("block")), account);
    }
  }

  private void checkAssigned(String censusId, String block, String account) {
    Optional<String> enumerator = assignments.working(censusId, block, StaffRole.ENUMERATOR);
    if (enumerator.isPresent() && !enumerator.get().equals(account)) {
      throw new TaskRefused("CF-E816 本小区已分派给 " + enumerator.get() + "：请退回任务，或者先办理更换。");
    }
  }
}
