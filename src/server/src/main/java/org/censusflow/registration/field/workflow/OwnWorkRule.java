package org.censusflow.registration.field.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.censusflow.base.task.Claim;
import org.censusflow.base.task.TaskRule;
import org.censusflow.registration.field.HouseholdVisits;
import org.censusflow.registration.field.RecheckSamples;
import org.springframework.stereotype.Component;

/**
 * Whoever visited a household of the block does not recheck or accept it, and who failed twice does
 * not do it a third time. Who completed the registration before is named in the model.
 */
@Component
class OwnWorkRule implements TaskRule {

  private static final Set<String> CHECKS =
      Set.of(BlockShortFormsProcess.RECHECK_SAMPLE, BlockShortFormsProcess.ACCEPT_BLOCK);

  private final HouseholdVisits visits;
  private final RecheckSamples samples;

  OwnWorkRule(HouseholdVisits visits, RecheckSamples samples) {
    this.visits = visits;
    this.samples = samples;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return BlockShortFormsProcess.ENUMERATE_SHORT_FORMS.equals(taskDefinitionKey)
        || CHECKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    String user = Claim.by(task);
    if (!BlockShortFormsProcess.ENUMERATE_SHORT_FORMS.equals(task.getTaskDefinitionKey())) {
      if (visits.visitedBy(
          FieldInstance.census(task.getExecution()),
          FieldInstance.block(task.getExecution()),
          user)) {
        throw new TaskRefused("CF-E854 登记人不能复核或验收自己登记的内容：请退回任务，由他人办理。");
      }
    } else if (replaced(task, user)) {
      throw new TaskRefused("CF-E855 本小区两次复核不合格，须由其他普查员重做：请退回任务，由他人办理。");
    }
  }

  /** Only after a second failure: the first time the block's own enumerator puts it right. */
  private boolean replaced(DelegateTask task, String user) {
    return samples
        .replaced(
            FieldInstance.census(task.getExecution()), FieldInstance.block(task.getExecution()))
        .contains(user);
  }
}
