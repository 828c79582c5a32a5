package org.censusflow.mapping.assignment.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.process.registration.BlockListingProcess;
import org.censusflow.base.process.registration.BlockLongFormsProcess;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.censusflow.base.process.registration.HouseholdQuestionProcess;
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
          BlockListingProcess.LIST_HOUSEHOLDS, StaffRole.ENUMERATOR,
          BlockShortFormsProcess.ENUMERATE_SHORT_FORMS, StaffRole.ENUMERATOR,
          AreaRecheckProcess.VERIFY_BY_ENUMERATOR, StaffRole.ENUMERATOR,
          HouseholdQuestionProcess.ASK_HOUSEHOLDS, StaffRole.ENUMERATOR,
          BlockShortFormsProcess.RECHECK_SAMPLE, StaffRole.SUPERVISOR,
          BlockShortFormsProcess.ACCEPT_BLOCK, StaffRole.SUPERVISOR,
          BlockLongFormsProcess.ENUMERATE_LONG_FORMS, StaffRole.SUPERVISOR,
          AreaRecheckProcess.VERIFY_BY_SUPERVISOR, StaffRole.SUPERVISOR,
          HouseholdQuestionProcess.REACH_HOUSEHOLDS, StaffRole.SUPERVISOR);

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
