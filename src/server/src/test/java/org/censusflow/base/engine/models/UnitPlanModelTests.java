package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.preparation.UnitPlanProcess.*;

import java.util.Map;
import org.censusflow.base.process.preparation.UnitPlanProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnitPlanModelTests extends ModelScene {

  private static final Map<String, Object> PLAN =
      Map.of(
          "responsibleDepartment",
          "样例科室",
          "planStaff",
          3,
          "secondedStaff",
          1,
          "planContent",
          "样例方案");

  private static final Map<String, Object> REPORT =
      Map.of(
          "deployedOn",
          "2020-11-16",
          "subdistrictVisits",
          4,
          "problemsSolved",
          2,
          "carryOutReport",
          "样例落实情况");

  @BeforeEach
  void setDeadlines() {
    steps.returns("unitPlanSteps.policies", "");
    steps.days.put("plan-reminder", 7);
    steps.days.put("plan", 10);
    steps.days.put("phase", 10);
    steps.result(
        "unitPlanSteps.register", Map.of("unit", "health", "unitName", "卫健局", "planningLinks", ""));
  }

  @Test
  void aPlanIsDraftedReviewedCarriedOutAndConfirmed() {
    ModelRun run = begin();
    assertThat(run.groupsOf(DRAFT_PLAN)).containsExactly("haicang-health");
    run.complete(DRAFT_PLAN, PLAN);
    assertThat(run.groupsOf(REVIEW_PLAN)).containsExactly("haicang-census-office");
    run.complete(REVIEW_PLAN, Map.of("decision", "approve"));
    assertThat(run.groupsOf(CARRY_OUT_PLAN)).containsExactly("haicang-health");
    run.complete(CARRY_OUT_PLAN, REPORT);
    assertThat(run.groupsOf(CONFIRM_REPORT)).containsExactly("haicang-census-office");
    run.complete(CONFIRM_REPORT, Map.of("decision", "approve"));
    assertThat(steps.calls)
        .containsExactly(
            "unitPlanSteps.register", "unitPlanSteps.recordReview", "unitPlanSteps.recordReport");
    assertThat(run.ends())
        .containsExactly(
            "EndEvent_PlanDrafted", "EndEvent_PlanReported", "EndEvent_PlanCarriedOut");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void aPlanAndAReportComeBackWithAReasonUntilTheOfficeAgrees() {
    ModelRun run = begin();
    run.complete(DRAFT_PLAN, PLAN);
    run.complete(REVIEW_PLAN, Map.of("decision", "return", "decisionReason", "补充时间安排"));
    assertThat(run.variable("returnReason")).isEqualTo("补充时间安排");
    run.complete(DRAFT_PLAN, PLAN);
    run.complete(REVIEW_PLAN, Map.of("decision", "approve"));
    run.complete(CARRY_OUT_PLAN, REPORT);
    run.complete(CONFIRM_REPORT, Map.of("decision", "return", "decisionReason", "补充街道情况"));
    assertThat(run.tasks()).containsExactly(CARRY_OUT_PLAN);
    assertThat(steps.count("unitPlanSteps.recordReview")).isEqualTo(2);
    assertThat(steps.count("unitPlanSteps.recordReport")).isEqualTo(1);
  }

  @Test
  void aUnitThatIsLateIsRemindedThenUrgedAndTheUrgingIsWithdrawnWhenThePlanComes() {
    ModelRun run = begin();
    run.days(8);
    assertThat(steps.count("unitPlanSteps.remind")).isEqualTo(1);
    assertThat(run.tasks()).containsExactly(DRAFT_PLAN);
    run.days(3);
    assertThat(run.tasks()).containsExactly(DRAFT_PLAN, URGE_DRAFT);
    assertThat(run.groupsOf(URGE_DRAFT)).containsExactly("haicang-census-leads");
    run.complete(DRAFT_PLAN, PLAN);
    assertThat(run.tasks()).containsExactly(REVIEW_PLAN);
    assertThat(run.ends()).containsExactly("EndEvent_DraftReminded", "EndEvent_PlanDrafted");
  }

  @Test
  void theLeadsRecordWhatTheyDidAboutALateDraftAndTheUnitStillOwesIt() {
    ModelRun run = begin();
    run.days(11);
    run.complete(URGE_DRAFT, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.tasks()).containsExactly(DRAFT_PLAN);
    assertThat(run.ends()).contains("EndEvent_DraftUrged");
  }

  @Test
  void aLateReportIsRemindedAndUrgedAsWell() {
    ModelRun run = begin();
    run.complete(DRAFT_PLAN, PLAN);
    run.complete(REVIEW_PLAN, Map.of("decision", "approve"));
    run.days(8);
    assertThat(steps.count("unitPlanSteps.remind")).isEqualTo(1);
    run.days(3);
    assertThat(run.groupsOf(URGE_REPORT)).containsExactly("haicang-census-leads");
    run.complete(URGE_REPORT, Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_ReportReminded", "EndEvent_ReportUrged");
    run.complete(CARRY_OUT_PLAN, REPORT);
    assertThat(run.tasks()).containsExactly(CONFIRM_REPORT);
  }

  private static ModelRun begin() {
    return start(UnitPlanProcess.KEY, "UP-1", Map.of("district", "haicang", "planRequest", "样例要求"));
  }
}
