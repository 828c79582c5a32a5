package org.censusflow.delivery.workflow;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.engine.CompletedTasks;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.stereotype.Component;

/**
 * A file in quarantine is destroyed by two people: one proposes it with a reason, another agrees.
 */
@Component
class QuarantineRule implements TaskRule {

  private static final Set<String> TASKS = Set.of(QuarantineSteps.HANDLE, QuarantineSteps.CONFIRM);
  private static final Set<String> MEASURES = Set.of("retry", "discard");
  private static final int LONGEST_NOTE = 500;

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    if (task.getAssignee() == null) {
      throw new TaskRefused("CF-E616 请先认领任务，再提交。");
    }
    if (QuarantineSteps.HANDLE.equals(task.getTaskDefinitionKey())) {
      checkMeasure(task);
      return;
    }
    String handledBy = CompletedTasks.completedBy(task.getExecution(), QuarantineSteps.HANDLE);
    if (task.getAssignee().equals(handledBy)) {
      throw new TaskRefused("CF-E617 销毁须由两人决定：提出销毁的人不能自己复核，请退回任务，由他人复核。");
    }
  }

  private static void checkMeasure(DelegateTask task) {
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
