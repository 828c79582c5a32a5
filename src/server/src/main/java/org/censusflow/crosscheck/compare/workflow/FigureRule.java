package org.censusflow.crosscheck.compare.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/**
 * A department signs the comparison's figures or disputes them, and says why it disputes. The form
 * is an embedded one, whose rules the browser alone would hold.
 */
@Component
class FigureRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          CrossCheckRechecksProcess.SIGN_PUBLIC_SECURITY_FIGURES,
          CrossCheckRechecksProcess.SIGN_HEALTH_FIGURES);

  private static final String DISPUTED = "disputed";
  private static final int LONGEST_NOTE = 500;

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    Object decision = task.getVariable("figuresDecision");
    Object note = task.getVariable("figuresNote");
    String said = note == null ? "" : note.toString();
    if (!"signed".equals(decision) && !DISPUTED.equals(decision)) {
      throw new TaskRefused("CF-E159 请选择签认意见：数字无误，或者有异议。");
    }
    if (DISPUTED.equals(decision) && said.isBlank()) {
      throw new TaskRefused("CF-E159 有异议的，请说明理由。");
    }
    if (said.length() > LONGEST_NOTE) {
      throw new TaskRefused("CF-E159 说明最多 " + LONGEST_NOTE + " 字。");
    }
  }
}
