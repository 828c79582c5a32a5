package org.censusflow.postenumeration.publication.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.postenumeration.DataDestructionProcess.*;
import static org.censusflow.base.process.postenumeration.RetentionProcess.*;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.censusflow.base.process.postenumeration.DataDestructionProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.postenumeration.publication.Certificate;
import org.censusflow.postenumeration.publication.Destructions;
import org.censusflow.postenumeration.publication.PostEnumerationScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RetentionTests extends PostEnumerationScene {

  @Autowired private Destructions destructions;

  @BeforeEach
  void aHouseholdIsRegistered() {
    newCensus();
    jdbc.sql("delete from destruction_certificate").update();
    register("songyu", "350205001001001", 0);
    jdbc.sql(
            "insert into household (census_id, block_code, household_no, address) values (?, '350205001001001', 1, '样例路1号')")
        .param(CENSUS)
        .update();
  }

  @Test
  void twoPeopleDestroyAfterTheLegalPeriodAndACertificateRemains() {
    String retention = archived(null);
    at("2022-12-14T01:00:00Z");
    assertThat(openTasks()).isEmpty();
    assertThat(households()).isEqualTo(1);

    at("2022-12-14T10:00:00Z");
    authorise();
    assertThat(households()).isZero();
    assertThat(destructions.certificates("haicang"))
        .singleElement()
        .satisfies(
            certificate -> {
              assertThat(certificate.unchanged()).isTrue();
              assertThat(certificate.content())
                  .contains("销毁：hc-office-1；监销：hc-office-2", "住户和地址：1", "可以销毁之日：2022-12-14 17:30");
            });
    assertThat(destructions.certificates("xiangshan")).isEmpty();
    refused("hc-deputy", FILE_CERTIFICATE, filed(99), "CF-E923");
    complete("hc-deputy", FILE_CERTIFICATE, filed(100));
    assertThat(ended(retention)).isTrue();
    jdbc.sql("update destruction_certificate set content = content || ' '").update();
    assertThat(destructions.certificates("haicang")).noneMatch(Certificate::unchanged);
  }

  @Test
  void thePeriodMayBeLongerButNeverShorterThanTheLaws() {
    start(RetentionProcess.KEY, Map.of());
    assertThat(variable(HAND_OVER_ARCHIVE, "retentionSchedule"))
        .asString()
        .contains("识别个人的登记和部门资料：至少 2 年", "汇总资料：至少 10 年", "重要汇总资料：永久");
    refused("hc-office-1", HAND_OVER_ARCHIVE, handOver("2022-12-13"), "CF-E921");
    complete("hc-office-1", HAND_OVER_ARCHIVE, handOver("2024-12-16"));
    assertThat(task(CONFIRM_ARCHIVE)).isNotNull();
    complete("hc-lead", CONFIRM_ARCHIVE, approved());
    at("2022-12-20T01:00:00Z");
    assertThat(openTasks()).isEmpty();
    at("2024-12-16T10:00:00Z");
    assertThat(openTasks()).containsExactly(APPLY_DESTRUCTION);
  }

  @Test
  void anOpenViolationCaseHoldsDestruction() {
    archived(null);
    violation("OPEN");
    at("2022-12-15T01:00:00Z");
    assertThat(openTasks()).containsExactly(REVIEW_HOLD);
    refused("hc-lead", REVIEW_HOLD, hold("2022-12-15"), "CF-E922");
    complete("hc-lead", REVIEW_HOLD, hold("2023-01-16"));
    at("2023-01-17T01:00:00Z");
    assertThat(openTasks()).containsExactly(REVIEW_HOLD);
    complete("hc-lead", REVIEW_HOLD, hold("2023-02-16"));
    violation("CLOSED");
    at("2023-02-17T01:00:00Z");
    assertThat(openTasks()).containsExactly(APPLY_DESTRUCTION);
    assertThat(text("select count(*) from retention_hold")).isEqualTo("2");
  }

  @Test
  void aCaseThatIsOpenedMeanwhileHoldsEvenWhatIsAuthorised() {
    archived(null);
    at("2022-12-15T01:00:00Z");
    violation("TRANSFERRED");
    authorise();
    assertThat(households()).isEqualTo(1);
    assertThat(openTasks()).containsExactly(REVIEW_HOLD);
  }

  @Test
  void whoAppliesDoesNotApproveAndWhoApprovesDoesNotDestroy() {
    archived(null);
    at("2022-12-15T01:00:00Z");
    days(30);
    assertThat(variable(APPLY_DESTRUCTION, "destructionReminder")).asString().contains("期限");
    complete("hc-office-1", APPLY_DESTRUCTION, application());
    complete("hc-lead", APPROVE_DESTRUCTION, returned("清单不全"));
    assertThat(variable(APPLY_DESTRUCTION, "returnReason")).isEqualTo("清单不全");
    complete("hc-office-1", APPLY_DESTRUCTION, application());
    complete("hc-lead", APPROVE_DESTRUCTION, approved());
    complete("hc-office-1", CONFIRM_DESTRUCTION, form("destructionConfirmed", true));
    refused("hc-office-1", SUPERVISE_DESTRUCTION, form("destructionSupervised", true), "CF-E131");
    assertThat(households()).isEqualTo(1);
  }

  @Test
  void aDestructionThatIsBegunInItsMiddleIsRefusedByItsOwnTable() {
    runtime
        .createProcessInstanceByKey(RetentionProcess.KEY)
        .setVariable("district", "haicang")
        .setVariable("censusId", CENSUS)
        .startBeforeActivity(OPEN_RETENTION)
        .startBeforeActivity("CallActivity_Destruction")
        .execute();
    runJobs();
    String destruction =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(DataDestructionProcess.KEY)
            .singleResult()
            .getId();
    runtime
        .createProcessInstanceModification(destruction)
        .startBeforeActivity(SUPERVISE_DESTRUCTION)
        .execute();
    days(1);
    jdbc.sql("update retention set status = 'ARCHIVED', destroy_after = opened_at").update();

    assertThatThrownBy(
            () ->
                complete("hc-office-2", SUPERVISE_DESTRUCTION, form("destructionSupervised", true)))
        .hasStackTraceContaining("CF-E161");
    assertThat(households()).isEqualTo(1);
  }

  @Test
  void theLegalPeriodIsTheTablesWhateverTheInstanceSays() {
    String retention = start(RetentionProcess.KEY, Map.of());
    runtime.setVariable(retention, "retentionPeriod", "P1D");
    refused("hc-office-1", HAND_OVER_ARCHIVE, handOver("2020-12-20"), "CF-E921");
  }

  private String archived(String until) {
    String retention = start(RetentionProcess.KEY, Map.of());
    complete("hc-office-1", HAND_OVER_ARCHIVE, handOver(until));
    complete("hc-lead", CONFIRM_ARCHIVE, returned("补收据"));
    complete("hc-office-1", HAND_OVER_ARCHIVE, handOver(until));
    complete("hc-lead", CONFIRM_ARCHIVE, approved());
    return retention;
  }

  private void authorise() {
    complete("hc-office-1", APPLY_DESTRUCTION, application());
    complete("hc-lead", APPROVE_DESTRUCTION, approved());
    complete("hc-office-1", CONFIRM_DESTRUCTION, form("destructionConfirmed", true));
    complete("hc-office-2", SUPERVISE_DESTRUCTION, form("destructionSupervised", true));
  }

  private long households() {
    return jdbc.sql("select count(*) from household").query(Long.class).single();
  }

  private void violation(String status) {
    jdbc.sql("delete from violation_case").update();
    jdbc.sql(
            """
            insert into violation_case (district, process_key, channel, reported_type, status, received_at)
            values ('haicang', 'V', 'hotline', 'leak', ?, ?)
            """)
        .params(status, Timestamp.from(Instant.parse("2022-01-01T00:00:00Z")))
        .update();
  }

  private static Map<String, Object> handOver(String until) {
    Map<String, Object> form =
        form(
            "archiveName",
            "样例档案馆",
            "archiveReceipt",
            "收1号",
            "handedOverOn",
            "2020-12-14",
            "volumesHandedOver",
            3);
    if (until != null) {
      form.put("keepUntil", until);
      form.put("keepGround", "样例依据");
    }
    return form;
  }

  private static Map<String, Object> hold(String until) {
    return form("holdUntil", until, "holdGround", "等待办结");
  }

  private static Map<String, Object> application() {
    return form("paperForms", 100, "copiesListed", "备份两份", "destructionMethod", "粉碎");
  }

  private static Map<String, Object> filed(int paper) {
    return form(
        "paperDestroyed",
        paper,
        "copiesDestroyed",
        true,
        "copiesNote",
        "已粉碎",
        "certificateFiledAs",
        "档1号");
  }
}
