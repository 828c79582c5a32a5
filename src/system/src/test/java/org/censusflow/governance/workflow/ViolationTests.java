package org.censusflow.governance.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.censusflow.governance.violation.Violations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ViolationTests extends GovernanceScene {

  private static final String SECRET = "住在三号楼的邻居亲眼看见";

  @Autowired private Violations violations;

  @Test
  void whoReportedIsNowhereToBeFoundOnceTheReportIsScreened() {
    String violation = report();
    assertThat(tablesWith(SECRET)).isNotEmpty();
    Map<String, Object> screening = form("caseSummary", "举报人称某单位拒报", "screeningDecision", "accept");
    refused("hc-statistics", "Task_ScreenReport", screening, "CF-E731");
    screening.put("caseSummary", "某单位拒绝提供资料");
    complete("hc-statistics", "Task_ScreenReport", screening);

    assertThat(tablesWith(SECRET)).isEmpty();
    assertThat(task("Task_NameInvestigators").getName()).contains("号").doesNotContain("某单位");
    assertThat(ended(violation)).isFalse();
  }

  @Test
  void anOrganisationIsFinedWithinTheLimitByPeopleWhoCheckEachOther() {
    String violation = established("organisation", "ordinary");
    refused("hc-statistics", "Task_DraftDisposition", draft("police", 0), "CF-E733");
    refused("hc-statistics", "Task_DraftDisposition", draft("fine", 100001), "CF-E734");
    complete("hc-statistics", "Task_DraftDisposition", draft("fine", 20000));
    complete("hc-lead", "Task_ApproveDisposition", form("decision", "approve"));
    complete(
        "hc-statistics",
        "Task_ExecuteDisposition",
        form("servedOn", "2020-10-20", "caseResult", "已缴纳"));
    refused("hc-lead", "Task_DraftNotice", notice("联系电话13800000000"), "CF-E110");
    complete("hc-lead", "Task_DraftNotice", notice("已依法处理"));

    assertThat(ended(violation)).isTrue();
    assertThat(violations.notices("haicang")).extracting(Violations.Notice::text).contains("已依法处理");
    assertThat(violations.notices("xiangshan")).isEmpty();
    assertThat(state(violation)).isEqualTo("CLOSED fine 20000");
  }

  @Test
  void theLegalLimitIsTheLawsWhateverTheInstanceSays() {
    String violation = established("organisation", "ordinary");
    runtime.setVariable(violation, "fineLimit", 9_000_000);
    runtime.setVariable(violation, "allowedDispositions", "correct,fine,police");
    refused("hc-statistics", "Task_DraftDisposition", draft("fine", 100001), "CF-E734");
    refused("hc-statistics", "Task_DraftDisposition", draft("police", 0), "CF-E733");
  }

  @Test
  void aSanctionThatIsBegunInItsMiddleIsRefusedByItsOwnTable() {
    String violation =
        runtime
            .createProcessInstanceByKey("Violation")
            .setVariable("district", "haicang")
            .setVariable("reportChannel", "hotline")
            .setVariable("reportedType", "refuse")
            .setVariable("taskSubject", "样例")
            .setVariable("caseSummary", "样例")
            .setVariable("factsFound", "样例")
            .setVariable("dispositionText", "样例")
            .setVariable("dispositionBasis", "样例")
            .setVariable("disposition", "fine")
            .setVariable("fineAmount", 100_000)
            .startBeforeActivity("Task_RegisterReport")
            .startBeforeActivity("Task_ApproveDisposition")
            .execute()
            .getId();
    days(0);
    jdbc.sql(
            """
            update violation_case set offender_kind = 'organisation', violation_type = 'refuse', gravity = 'ordinary'
             where process_key = ?
            """)
        .param(violation)
        .update();
    assertThatThrownBy(
            () -> complete("hc-lead", "Task_ApproveDisposition", form("decision", "approve")))
        .hasStackTraceContaining("CF-E161");
    assertThat(
            jdbc.sql("select status from violation_case where process_key = ?")
                .param(violation)
                .query(String.class)
                .single())
        .isEqualTo("RECEIVED");
  }

  @Test
  void aPersonIsNeverFined() {
    established("person", "serious");
    assertThat(variable("Task_DraftDisposition", "dispositionOptions"))
        .asString()
        .contains("批评教育")
        .doesNotContain("罚款", "移送");
    refused("hc-statistics", "Task_DraftDisposition", draft("fine", 100), "CF-E733");
  }

  @Test
  void anOfficialsCaseIsHandedOverAndItsReceiptKept() {
    String violation = established("official", "ordinary");
    complete("hc-statistics", "Task_DraftDisposition", draft("organisation-department", 0));
    complete("hc-lead", "Task_ApproveDisposition", form("decision", "approve"));
    complete(
        "hc-statistics",
        "Task_TransferCase",
        form("transferNumber", "移1号", "transferredOn", "2020-10-20", "materialsClean", true));
    days(25);
    assertThat(open()).containsExactly("Task_RecordReceipt", "Task_UrgeReceipt");
    complete(
        "hc-statistics",
        "Task_RecordReceipt",
        form("receiptNumber", "收1号", "receivedOn", "2020-11-10"));
    complete("hc-statistics", "Task_RecordResult", form("caseResult", "已作处理"));
    complete("hc-deputy", "Task_DraftNotice", notice("已移送处理"));

    assertThat(ended(violation)).isTrue();
    assertThat(
            jdbc.sql(
                    "select handed from (select disposition || ' ' || transfer_number || ' ' || receipt_number as handed from violation_case where process_key = ?) cases")
                .param(violation)
                .query(String.class)
                .single())
        .isEqualTo("organisation-department 移1号 收1号");
  }

  @Test
  void whatAnInspectionFindsAgainstTheLawBecomesACase() {
    start(
        "hc-lead",
        "Inspection",
        form("inspectionKind", "enforcement", "inspectionTitle", "检查", "inspectionFocus", "重点"));
    complete(
        "hc-office-1",
        "Task_NameInspectors",
        form(
            "subdistrict",
            "songyu",
            "inspectors",
            List.of("hc-office-1", "hc-office-2"),
            "inspectionOn",
            "2020-10-13",
            "cardsValid",
            true));
    complete(
        "hc-office-1",
        "Task_RecordInspection",
        form("cardsShown", true, "inspectionRecord", "记录", "findingsMade", "yes"));
    complete(
        "hc-office-1",
        "Task_RecordFinding",
        form(
            "findingTitle",
            "授意改数",
            "findingType",
            "interference",
            "findingText",
            "立即纠正",
            "furtherFindings",
            "no"));
    complete("hc-office-2", "Task_CountersignInspection", form("decision", "approve"));

    assertThat(open()).containsExactly("Task_ReportMatter", "Task_ScreenReport");
    assertThat(variable("Task_ScreenReport", "reportChannel")).isEqualTo("inspection");
  }

  /** As Tasklist does it: the start form's fields are kept as form fields as well. */
  private String report() {
    return submitStart(
        "hc-office-1",
        "Violation",
        form("reportChannel", "hotline", "reportedType", "refuse", "reportText", SECRET));
  }

  private String established(String offender, String gravity) {
    String violation = report();
    complete(
        "hc-statistics",
        "Task_ScreenReport",
        form("caseSummary", "某单位拒绝提供资料", "screeningDecision", "accept"));
    Map<String, Object> names = form("investigators", List.of("hc-statistics"), "noConflict", true);
    refused("hc-lead", "Task_NameInvestigators", names, "CF-E732");
    complete(
        "hc-lead",
        "Task_NameInvestigators",
        form("investigators", List.of("hc-statistics", "hc-office-2"), "noConflict", true));
    Map<String, Object> facts =
        form(
            "offenderKind",
            offender,
            "violationType",
            "refuse",
            "gravity",
            gravity,
            "factsFound",
            "三次拒报",
            "evidenceList",
            "笔录两份",
            "caseEstablished",
            "yes");
    refused("hc-office-1", "Task_Investigate", facts, "CF-E132");
    complete("hc-office-2", "Task_Investigate", facts);
    refused("hc-office-2", "Task_CountersignInvestigation", form("decision", "approve"), "CF-E131");
    complete("hc-statistics", "Task_CountersignInvestigation", form("decision", "approve"));
    return violation;
  }

  private static Map<String, Object> draft(String disposition, int fine) {
    return form("disposition", disposition, "fineAmount", fine, "dispositionText", "处理建议");
  }

  private static Map<String, Object> notice(String text) {
    return form("noticeTitle", "关于一起违法行为的通报", "noticeText", text);
  }

  private String state(String violation) {
    return jdbc.sql(
            "select status || ' ' || disposition || ' ' || fine_amount from violation_case where process_key = ?")
        .param(violation)
        .query(String.class)
        .single();
  }

  /** Every column of every table that holds the text. */
  private List<String> tablesWith(String text) {
    return jdbc
        .sql(
            """
            select table_name || '.' || column_name from information_schema.columns
             where table_schema = 'PUBLIC' and data_type in ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT')
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(
            column -> {
              String[] parts = column.split("\\.");
              String sql =
                  "select count(*) from \"%s\" where \"%s\" like ?".formatted(parts[0], parts[1]);
              return jdbc.sql(sql).param("%" + text + "%").query(Integer.class).single() > 0;
            })
        .toList();
  }
}
