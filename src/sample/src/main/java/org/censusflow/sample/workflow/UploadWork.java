package org.censusflow.sample.workflow;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.crosscheck.request.RequestLedger;
import org.springframework.stereotype.Component;

/**
 * How sample officers of a department without gateway or interface hand their records over: they
 * upload a file.
 */
@Component
class UploadWork implements TaskPlay {

  private final TaskService tasks;
  private final RequestLedger ledger;
  private final SampleHandOver handOver;

  UploadWork(TaskService tasks, RequestLedger ledger, SampleHandOver handOver) {
    this.tasks = tasks;
    this.ledger = ledger;
    this.handOver = handOver;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return RecordRequestProcess.UPLOAD_RECORDS.equals(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    String requestId = (String) tasks.getVariable(task.getId(), "requestId");
    handOver.answer(ledger.require(requestId), person.user());
    return Optional.of(Map.of());
  }
}
