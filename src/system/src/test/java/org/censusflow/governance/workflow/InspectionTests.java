package org.censusflow.governance.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.InspectionProcess.*;
import static org.censusflow.base.process.governance.MatterFollowUpProcess.*;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.base.process.governance.InspectionProcess;
import org.censusflow.governance.matter.Matters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InspectionTests extends GovernanceScene {

  @Autowired private Matters matters;

  @Test
  void aUnitInspectsASubdistrictWithTheOfficeAndFollowsUpWhatItFound() {
    String inspection = plan("hc-health", "guidance");
    assertThat(variable(NAME_INSPECTORS, "inspectorOptions"))
        .asString()
        .contains("hc-health", "hc-health-2", "hc-office-1")
        .doesNotContain("hc-tax");
    refused("hc-health", NAME_INSPECTORS, names("hc-health"), "CF-E721");
    refused("hc-health", NAME_INSPECTORS, names("hc-health", "hc-tax"), "CF-E721");
    Map<String, Object> late = names("hc-health", "hc-office-1");
    late.put("inspectionOn", "2020-10-11");
    refused("hc-health", NAME_INSPECTORS, late, "CF-E722");
    complete("hc-health", NAME_INSPECTORS, names("hc-health", "hc-office-1"));

    refused("hc-health-2", RECORD_INSPECTION, record("yes"), "CF-E132");
    complete("hc-health", RECORD_INSPECTION, record("yes"));
    complete("hc-health", RECORD_FINDING, finding("training", "no"));
    Map<String, Object> signed = form("decision", "approve");
    refused("hc-health", COUNTERSIGN_INSPECTION, signed, "CF-E131");
    refused("hc-office-2", COUNTERSIGN_INSPECTION, signed, "CF-E132");
    complete("hc-office-1", COUNTERSIGN_INSPECTION, signed);

    assertThat(task(REPORT_MATTER).getName()).endsWith("未培训上岗");
    complete("hc-songyu-office", REPORT_MATTER, form("matterReport", "已整改"));
    refused("hc-health-2", CONFIRM_MATTER, signed, "CF-E132");
    complete("hc-health", CONFIRM_MATTER, signed);

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
    complete("hc-office-1", NAME_INSPECTORS, names("hc-office-1", "hc-office-2"));
    days(14);
    assertThat(variable(RECORD_INSPECTION, "inspectionReminder")).isNotNull();
    complete("hc-office-2", RECORD_INSPECTION, record("yes"));
    complete("hc-office-1", RECORD_FINDING, finding("funds", "yes"));
    complete("hc-office-1", RECORD_FINDING, finding("publicity", "no"));
    complete(
        "hc-office-1",
        COUNTERSIGN_INSPECTION,
        form("decision", "return", "decisionReason", "补充依据"));
    assertThat(task(RECORD_INSPECTION).getDueDate()).isAfter(ClockUtil.getCurrentTime());
    complete("hc-office-2", RECORD_INSPECTION, record("yes"));
    complete("hc-office-2", RECORD_FINDING, finding("funds", "no"));
    complete("hc-office-1", COUNTERSIGN_INSPECTION, form("decision", "approve"));
    days(30);

    assertThat(matters.ofOrigin(inspection)).hasSize(1);
    assertThat(openTasks()).containsExactly(REPORT_MATTER, URGE_MATTER);
    complete("hc-leading-1", URGE_MATTER, form("urgeMeasure", "talk", "urgeNote", "已约谈"));
    assertThat(variable(REPORT_MATTER, "reminderNote")).asString().contains("约谈");
  }

  private String plan(String user, String kind) {
    return start(
        user,
        InspectionProcess.KEY,
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
