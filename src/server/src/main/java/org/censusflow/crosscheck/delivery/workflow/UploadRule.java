package org.censusflow.crosscheck.delivery.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.springframework.stereotype.Component;

/** A department completes its task only after it has uploaded a file. */
@Component
class UploadRule implements TaskRule {

  private final RequestLedger ledger;

  UploadRule(RequestLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return RecordRequestProcess.UPLOAD_RECORDS.equals(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    RecordRequest request = ledger.require(task.getExecution().getProcessBusinessKey());
    if (request.status() != RecordRequest.Status.RECEIVED) {
      throw new TaskRefused("CF-E401 尚未收到文件：请先选择文件并上传，再完成任务。");
    }
  }
}
