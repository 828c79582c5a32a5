package org.censusflow.sample.workflow;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Unit;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.sample.SampleSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sample departments' programs, in process. Those with a gateway pull the same external task as
 * a gateway at a real department would; those with an interface of their own deliver when the
 * process waits for it.
 */
@Component
class SampleDepartments {

  private static final Logger log = LoggerFactory.getLogger(SampleDepartments.class);
  private static final String WORKER = "sample-departments";
  private static final String TOPIC = "records.";
  private static final long LOCK_MILLIS = 60_000;
  private static final long RETRY_MILLIS = 5_000;
  private static final int RETRIES = 3;
  private static final int AT_ONCE = 5;

  private final SampleSettings settings;
  private final Districts districts;
  private final ExternalTaskService externalTasks;
  private final RuntimeService runtime;
  private final RequestLedger ledger;
  private final SampleHandOver handOver;
  private boolean wrongFileFirst;

  SampleDepartments(
      SampleSettings settings,
      Districts districts,
      ExternalTaskService externalTasks,
      RuntimeService runtime,
      RequestLedger ledger,
      SampleHandOver handOver) {
    this.settings = settings;
    this.districts = districts;
    this.externalTasks = externalTasks;
    this.runtime = runtime;
    this.ledger = ledger;
    this.handOver = handOver;
  }

  /** Answers the requests that wait now, and says how many they were. */
  int answerWaiting() {
    return answerAsGateways() + answerAsInterfaces();
  }

  private int answerAsGateways() {
    ExternalTaskQueryBuilder fetch = externalTasks.fetchAndLock(AT_ONCE, WORKER);
    for (District district : districts.all()) {
      for (Unit unit : district.units()) {
        if (!settings.yourself().contains(unit.key())) {
          fetch = fetch.topic(TOPIC + district.id() + "-" + unit.key(), LOCK_MILLIS);
        }
      }
    }
    List<LockedExternalTask> tasks = fetch.execute();
    tasks.forEach(this::answer);
    return tasks.size();
  }

  private void answer(LockedExternalTask task) {
    try {
      if (wrongFileFirst) {
        wrongFileFirst = false;
        RecordRequest request = ledger.require(task.getBusinessKey());
        handOver.sendUnreadable(request, "sample-" + request.unit());
      }
      handOver(task.getBusinessKey());
      externalTasks.complete(task.getId(), WORKER);
    } catch (RuntimeException e) {
      log.warn(
          "CF-W691 Sample delivery for {} failed: {}",
          task.getBusinessKey(),
          e.getClass().getName());
      int left = task.getRetries() == null ? RETRIES : task.getRetries() - 1;
      externalTasks.handleFailure(
          task.getId(), WORKER, "Sample delivery failed", left, RETRY_MILLIS);
    }
  }

  private int answerAsInterfaces() {
    List<RecordRequest> waiting =
        runtime
            .createEventSubscriptionQuery()
            .activityId(RecordRequestProcess.AWAIT_UPLOAD)
            .list()
            .stream()
            .flatMap(subscription -> request(subscription.getProcessInstanceId()).stream())
            .filter(request -> !settings.yourself().contains(request.unit()))
            .toList();
    waiting.forEach(request -> handOver(request.id()));
    return waiting.size();
  }

  private Optional<RecordRequest> request(String instanceId) {
    ProcessInstance instance =
        runtime.createProcessInstanceQuery().processInstanceId(instanceId).singleResult();
    return Optional.ofNullable(instance).map(it -> ledger.require(it.getBusinessKey()));
  }

  /** The next gateway sends the wrong file first. */
  void beginWithTheWrongFile() {
    wrongFileFirst = true;
  }

  private void handOver(String requestId) {
    var request = ledger.require(requestId);
    handOver.answer(request, "sample-" + request.unit());
  }
}
