package org.censusflow.governance.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.governance.InspectionProcess.*;
import static org.censusflow.base.process.governance.MatterFollowUpProcess.*;
import static org.censusflow.base.process.governance.ViolationInvestigationProcess.*;
import static org.censusflow.base.process.governance.ViolationProcess.*;
import static org.censusflow.base.process.governance.ViolationTransferProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.governance.InspectionProcess;
import org.censusflow.base.process.governance.ViolationProcess;
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
    refused("hc-statistics", SCREEN_REPORT, screening, "CF-E731");
    screening.put("caseSummary", "某单位拒绝提供资料");
    complete("hc-statistics", SCREEN_REPORT, screening);

    assertThat(tablesWith(SECRET)).isEmpty();
    assertThat(task(NAME_INVESTIGATORS).getName()).contains("号").doesNotContain("某单位");
    assertThat(ended(violation)).isFalse();
  }

  @Test
  void anOrganisationIsFinedWithinTheLimitByPeopleWhoCheckEachOther() {
    String violation = established("organisation", "ordinary");
    refused("hc-statistics", DRAFT_DISPOSITION, draft("police", 0), "CF-E733");
    refused("hc-statistics", DRAFT_DISPOSITION, draft("fine", 100001), "CF-E734");
    complete("hc-statistics", DRAFT_DISPOSITION, draft("fine", 20000));
    complete("hc-lead", APPROVE_DISPOSITION, form("decision", "approve"));
    complete(
        "hc-statistics", EXECUTE_DISPOSITION, form("servedOn", "2020-10-20", "caseResult", "已缴纳"));
    refused("hc-lead", DRAFT_NOTICE, notice("联系电话13800000000"), "CF-E110");
    complete("hc-lead", DRAFT_NOTICE, notice("已依法处理"));

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
    refused("hc-statistics", DRAFT_DISPOSITION, draft("fine", 100001), "CF-E734");
    refused("hc-statistics", DRAFT_DISPOSITION, draft("police", 0), "CF-E733");
  }

  @Test
  void aSanctionThatIsBegunInItsMiddleIsRefusedByItsOwnTable() {
    String violation =
        runtime
            .createProcessInstanceByKey(ViolationProcess.KEY)
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
            .startBeforeActivity(REGISTER_REPORT)
            .startBeforeActivity(APPROVE_DISPOSITION)
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
    assertThatThrownBy(() -> complete("hc-lead", APPROVE_DISPOSITION, form("decision", "approve")))
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
    assertThat(variable(DRAFT_DISPOSITION, "dispositionOptions"))
        .asString()
        .contains("批评教育")
        .doesNotContain("罚款", "移送");
    refused("hc-statistics", DRAFT_DISPOSITION, draft("fine", 100), "CF-E733");
  }

  @Test
  void anOfficialsCaseIsHandedOverAndItsReceiptKept() {
    String violation = established("official", "ordinary");
    complete("hc-statistics", DRAFT_DISPOSITION, draft("organisation-department", 0));
    complete("hc-lead", APPROVE_DISPOSITION, form("decision", "approve"));
    complete(
        "hc-statistics",
        TRANSFER_CASE,
        form("transferNumber", "移1号", "transferredOn", "2020-10-20", "materialsClean", true));
    days(25);
    assertThat(openTasks()).containsExactly(RECORD_RECEIPT, URGE_RECEIPT);
    complete(
        "hc-statistics", RECORD_RECEIPT, form("receiptNumber", "收1号", "receivedOn", "2020-11-10"));
    complete("hc-statistics", RECORD_RESULT, form("caseResult", "已作处理"));
    complete("hc-deputy", DRAFT_NOTICE, notice("已移送处理"));

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
        InspectionProcess.KEY,
        form("inspectionKind", "enforcement", "inspectionTitle", "检查", "inspectionFocus", "重点"));
    complete(
        "hc-office-1",
        NAME_INSPECTORS,
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
        RECORD_INSPECTION,
        form("cardsShown", true, "inspectionRecord", "记录", "findingsMade", "yes"));
    complete(
        "hc-office-1",
        RECORD_FINDING,
        form(
            "findingTitle",
            "授意改数",
            "findingType",
            "interference",
            "findingText",
            "立即纠正",
            "furtherFindings",
            "no"));
    complete("hc-office-2", COUNTERSIGN_INSPECTION, form("decision", "approve"));

    assertThat(openTasks()).containsExactly(REPORT_MATTER, SCREEN_REPORT);
    assertThat(variable(SCREEN_REPORT, "reportChannel")).isEqualTo("inspection");
  }

  /** As Tasklist does it: the start form's fields are kept as form fields as well. */
  private String report() {
    return submitStart(
        "hc-office-1",
        ViolationProcess.KEY,
        form("reportChannel", "hotline", "reportedType", "refuse", "reportText", SECRET));
  }

  private String established(String offender, String gravity) {
    String violation = report();
    complete(
        "hc-statistics",
        SCREEN_REPORT,
        form("caseSummary", "某单位拒绝提供资料", "screeningDecision", "accept"));
    Map<String, Object> names = form("investigators", List.of("hc-statistics"), "noConflict", true);
    refused("hc-lead", NAME_INVESTIGATORS, names, "CF-E732");
    complete(
        "hc-lead",
        NAME_INVESTIGATORS,
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
    refused("hc-office-1", INVESTIGATE, facts, "CF-E132");
    complete("hc-office-2", INVESTIGATE, facts);
    refused("hc-office-2", COUNTERSIGN_INVESTIGATION, form("decision", "approve"), "CF-E131");
    complete("hc-statistics", COUNTERSIGN_INVESTIGATION, form("decision", "approve"));
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
