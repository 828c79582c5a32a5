package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.crosscheck.RecordRequestProcess.*;

import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordRequestModelTests extends ModelScene {

  @BeforeEach
  void setDeadlines() {
    steps.days.putAll(Map.of("request-reminder", 7, "request", 10, "extension", 5));
    due(steps);
    deliveryIs(true);
  }

  /** Requests have their dates and their department's topic. */
  static void due(PlayedSteps steps) {
    steps.does(
        "recordRequests.describe",
        it -> {
          it.setVariable("topic", "records.haicang-health");
          it.setVariable("dueAt", PlayedSteps.in(steps.days.getOrDefault("request", 10)));
        });
    steps.does(
        "recordRequests.extend",
        it -> it.setVariable("dueAt", PlayedSteps.in(steps.days.getOrDefault("extension", 5))));
  }

  @Test
  void theUnitUploadsInItsTaskAndGetsAReceipt() {
    ModelRun run = request("tasklist");
    assertThat(run.groupsOf(UPLOAD_RECORDS)).containsExactly("haicang-health");
    assertThat(run.task(UPLOAD_RECORDS).getDueDate()).isEqualTo(PlayedSteps.in(10));
    run.complete(UPLOAD_RECORDS);
    assertReceived(run);
  }

  @Test
  void theUnitsGatewayFetchesTheRequestAndDelivers() {
    ModelRun run = request("gateway");
    LockedExternalTask task =
        engine()
            .getExternalTaskService()
            .fetchAndLock(1, "gateway")
            .topic("records.haicang-health", 1000)
            .execute()
            .get(0);
    engine().getExternalTaskService().complete(task.getId(), "gateway");
    run.work();
    assertReceived(run);
  }

  @Test
  void anUploadOverTheInterfaceIsWaitedFor() {
    ModelRun run = request("rest");
    run.message(RECORDS_DELIVERED, "R-1");
    assertReceived(run);
  }

  @Test
  void aPoorDeliveryGoesBackAndIsAskedForAgain() {
    deliveryIs(false);
    ModelRun run = request("tasklist");
    run.complete(UPLOAD_RECORDS);
    assertThat(steps.calls).contains("recordRequests.returnDelivery");
    assertThat(run.tasks()).containsExactly(UPLOAD_RECORDS);
    deliveryIs(true);
    run.complete(UPLOAD_RECORDS);
    assertReceived(run);
  }

  @Test
  void aReminderLeavesTheUnitsTaskOpen() {
    ModelRun run = request("tasklist");
    run.days(8);
    assertThat(steps.count("recordRequests.remind")).isEqualTo(1);
    assertThat(run.tasks()).containsExactly(UPLOAD_RECORDS);
    run.complete(UPLOAD_RECORDS);
    assertReceived(run);
  }

  @Test
  void anOverdueRequestGoesToTheLeadAndIsWithdrawnOnDelivery() {
    ModelRun run = request("rest");
    run.days(11);
    assertThat(run.tasks()).containsExactly(RESOLVE_OVERDUE);
    assertThat(run.groupsOf(RESOLVE_OVERDUE)).containsExactly("haicang-census-leads");
    run.message(RECORDS_DELIVERED, "R-1");
    assertThat(run.tasks()).isEmpty();
    assertReceived(run);
  }

  @Test
  void theLeadExtendsTheDeadlineAsOftenAsNeeded() {
    ModelRun run = request("tasklist");
    run.days(11);
    run.complete(RESOLVE_OVERDUE, decision("extend"));
    assertThat(run.tasks()).containsExactly(UPLOAD_RECORDS);
    run.days(6);
    assertThat(run.tasks()).containsExactly(RESOLVE_OVERDUE, UPLOAD_RECORDS);
    run.complete(RESOLVE_OVERDUE, decision("extend"));
    assertThat(steps.count("recordRequests.extend")).isEqualTo(2);
    run.complete(UPLOAD_RECORDS);
    assertReceived(run);
  }

  @Test
  void theLeadGivesUpWaitingAndTheReasonIsKept() {
    ModelRun run = request("tasklist");
    run.days(11);
    run.complete(RESOLVE_OVERDUE, decision("stop"));
    assertThat(run.tasks()).isEmpty();
    assertThat(steps.calls).endsWith("recordRequests.recordMissing");
    assertThat(run.ends()).endsWith("EndEvent_RecordsMissing");
    assertThat(run.variable("overdueReason")).isEqualTo("无此类资料");
    assertThat(run.ended()).isTrue();
  }

  private ModelRun request(String channel) {
    Map<String, Object> described =
        Map.of("unit", "health", "supply", "births", "channel", channel, "title", "出生登记");
    steps.result("recordRequests.describe", described);
    return start(
        RecordRequestProcess.KEY,
        "R-1",
        Map.of("district", "haicang", "censusId", "haicang-2020", "requestId", "R-1"));
  }

  private void deliveryIs(boolean accepted) {
    steps.result("recordRequests.check", Map.of("deliveryAccepted", accepted));
  }

  private static Map<String, Object> decision(String decision) {
    return Map.of("overdueDecision", decision, "overdueReason", "无此类资料");
  }

  private void assertReceived(ModelRun run) {
    assertThat(steps.calls).endsWith("recordRequests.issueReceipt");
    assertThat(run.ends()).endsWith("EndEvent_RecordsReceived");
    assertThat(run.ended()).isTrue();
  }
}
