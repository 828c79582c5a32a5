package org.censusflow.crosscheck.delivery.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.engine.ExternalTaskRule;
import org.censusflow.base.engine.WorkRefused;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.springframework.stereotype.Component;

/** A department's program completes its request only after it has delivered. */
@Component
class DeliveredRule implements ExternalTaskRule {

  private final RequestLedger ledger;

  DeliveredRule(RequestLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public boolean appliesTo(String activityId) {
    return RecordRequestProcess.FETCH_RECORDS.equals(activityId);
  }

  @Override
  public void check(DelegateExecution execution) {
    RecordRequest request = ledger.require(execution.getProcessBusinessKey());
    if (request.status() != RecordRequest.Status.RECEIVED) {
      throw new WorkRefused("CF-E640 尚未收到文件：请先上传资料并结束交付，再完成请求。");
    }
  }
}
