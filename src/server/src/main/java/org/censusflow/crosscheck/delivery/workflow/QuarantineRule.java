package org.censusflow.crosscheck.delivery.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** Whoever proposes to destroy a file in quarantine says why. */
@Component
class QuarantineRule implements TaskRule {

  private static final Set<String> MEASURES = Set.of("retry", "discard");
  private static final int LONGEST_NOTE = 500;

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return QuarantinedDeliveryProcess.HANDLE_QUARANTINE.equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    Object measure = task.getVariable("quarantineMeasure");
    Object note = task.getVariable("quarantineNote");
    String said = note == null ? "" : note.toString().strip();
    if (measure == null || !MEASURES.contains(measure.toString())) {
      throw new TaskRefused("CF-E618 请选择处理方式：重新读取，或者销毁。");
    }
    if ("discard".equals(measure) && said.isEmpty()) {
      throw new TaskRefused("CF-E618 提出销毁的，请写明理由。");
    }
    if (said.length() > LONGEST_NOTE) {
      throw new TaskRefused("CF-E618 说明最多 " + LONGEST_NOTE + " 字。");
    }
  }
}
