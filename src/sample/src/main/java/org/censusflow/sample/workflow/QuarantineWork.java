package org.censusflow.sample.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.crosscheck.QuarantinedDeliveryProcess;
import org.springframework.stereotype.Component;

/** How the sample office deals with a file that cannot be read: one discards, another confirms. */
@Component
class QuarantineWork implements TaskPlay {

  private final HistoryService history;

  QuarantineWork(HistoryService history) {
    this.history = history;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return Set.of(
            QuarantinedDeliveryProcess.HANDLE_QUARANTINE,
            QuarantinedDeliveryProcess.CONFIRM_DISCARD)
        .contains(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    if (QuarantinedDeliveryProcess.HANDLE_QUARANTINE.equals(task.getTaskDefinitionKey())) {
      return Optional.of(
          Map.of("quarantineMeasure", "discard", "quarantineNote", "样例：部门发错了文件，已另行报送。"));
    }
    boolean own =
        history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .taskDefinitionKey(QuarantinedDeliveryProcess.HANDLE_QUARANTINE)
                .taskAssignee(person.user())
                .count()
            > 0;
    return own ? Optional.empty() : Optional.of(Map.of("discardDecision", "approve"));
  }
}
