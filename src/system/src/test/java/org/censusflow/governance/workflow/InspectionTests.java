package org.censusflow.governance.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.governance.matter.Matters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InspectionTests extends GovernanceScene {

  @Autowired private Matters matters;

  @Test
  void aUnitInspectsASubdistrictWithTheOfficeAndFollowsUpWhatItFound() {
    String inspection = plan("hc-health", "guidance");
    assertThat(variable("Task_NameInspectors", "inspectorOptions"))
        .asString()
        .contains("hc-health", "hc-health-2", "hc-office-1")
        .doesNotContain("hc-tax");
    refused("hc-health", "Task_NameInspectors", names("hc-health"), "CF-E721");
    refused("hc-health", "Task_NameInspectors", names("hc-health", "hc-tax"), "CF-E721");
    Map<String, Object> late = names("hc-health", "hc-office-1");
    late.put("inspectionOn", "2020-10-11");
    refused("hc-health", "Task_NameInspectors", late, "CF-E722");
    complete("hc-health", "Task_NameInspectors", names("hc-health", "hc-office-1"));

    refused("hc-health-2", "Task_RecordInspection", record("yes"), "CF-E132");
    complete("hc-health", "Task_RecordInspection", record("yes"));
    complete("hc-health", "Task_RecordFinding", finding("training", "no"));
    Map<String, Object> signed = form("decision", "approve");
    refused("hc-health", "Task_CountersignInspection", signed, "CF-E131");
    refused("hc-office-2", "Task_CountersignInspection", signed, "CF-E132");
    complete("hc-office-1", "Task_CountersignInspection", signed);

    assertThat(task("Task_ReportMatter").getName()).endsWith("未培训上岗");
    complete("hc-songyu-office", "Task_ReportMatter", form("matterReport", "已整改"));
    refused("hc-health-2", "Task_ConfirmMatter", signed, "CF-E132");
    complete("hc-health", "Task_ConfirmMatter", signed);

    assertThat(ended(inspection)).isTrue();
    assertThat(
            jdbc.sql(
                    "select status || ' ' || recorded_by || ' ' || countersigned_by from inspection where process_key = ?")
                .param(inspection)
                .query(String.class)
                .single())
        .isEqualTo("CLOSED hc-health hc-office-1");
  }

  @Test
  void aSeriousFindingThatIsNotPutRightGoesToTheLeadingGroup() {
    String inspection = plan("hc-lead", "enforcement");
    complete("hc-office-1", "Task_NameInspectors", names("hc-office-1", "hc-office-2"));
    days(14);
    assertThat(variable("Task_RecordInspection", "inspectionReminder")).isNotNull();
    complete("hc-office-2", "Task_RecordInspection", record("yes"));
    complete("hc-office-1", "Task_RecordFinding", finding("funds", "yes"));
    complete("hc-office-1", "Task_RecordFinding", finding("publicity", "no"));
    complete(
        "hc-office-1",
        "Task_CountersignInspection",
        form("decision", "return", "decisionReason", "补充依据"));
    assertThat(task("Task_RecordInspection").getDueDate()).isAfter(ClockUtil.getCurrentTime());
    complete("hc-office-2", "Task_RecordInspection", record("yes"));
    complete("hc-office-2", "Task_RecordFinding", finding("funds", "no"));
    complete("hc-office-1", "Task_CountersignInspection", form("decision", "approve"));
    days(30);

    assertThat(matters.ofOrigin(inspection)).hasSize(1);
    assertThat(open()).containsExactly("Task_ReportMatter", "Task_UrgeMatter");
    complete("hc-leading-1", "Task_UrgeMatter", form("urgeMeasure", "talk", "urgeNote", "已约谈"));
    assertThat(variable("Task_ReportMatter", "reminderNote")).asString().contains("约谈");
  }

  private String plan(String user, String kind) {
    return start(
        user,
        "Inspection",
        form("inspectionKind", kind, "inspectionTitle", "摸底检查（样例）", "inspectionFocus", "重点"));
  }

  private static Map<String, Object> names(String... inspectors) {
    return form(
        "subdistrict",
        "songyu",
        "inspectors",
        List.of(inspectors),
        "inspectionOn",
        "2020-10-13",
        "cardsValid",
        true);
  }

  private static Map<String, Object> record(String findings) {
    return form("cardsShown", true, "inspectionRecord", "样例记录", "findingsMade", findings);
  }

  private static Map<String, Object> finding(String type, String further) {
    return form(
        "findingTitle",
        "未培训上岗",
        "findingType",
        type,
        "findingText",
        "补训后上岗",
        "furtherFindings",
        further);
  }
}
