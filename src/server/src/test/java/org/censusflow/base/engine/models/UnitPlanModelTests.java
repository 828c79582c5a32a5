package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
    assertThat(run.groupsOf("Task_DraftPlan")).containsExactly("haicang-health");
    run.complete("Task_DraftPlan", PLAN);
    assertThat(run.groupsOf("Task_ReviewPlan")).containsExactly("haicang-census-office");
    run.complete("Task_ReviewPlan", Map.of("decision", "approve"));
    assertThat(run.groupsOf("Task_CarryOutPlan")).containsExactly("haicang-health");
    run.complete("Task_CarryOutPlan", REPORT);
    assertThat(run.groupsOf("Task_ConfirmReport")).containsExactly("haicang-census-office");
    run.complete("Task_ConfirmReport", Map.of("decision", "approve"));
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
    run.complete("Task_DraftPlan", PLAN);
    run.complete("Task_ReviewPlan", Map.of("decision", "return", "decisionReason", "补充时间安排"));
    assertThat(run.variable("returnReason")).isEqualTo("补充时间安排");
    run.complete("Task_DraftPlan", PLAN);
    run.complete("Task_ReviewPlan", Map.of("decision", "approve"));
    run.complete("Task_CarryOutPlan", REPORT);
    run.complete("Task_ConfirmReport", Map.of("decision", "return", "decisionReason", "补充街道情况"));
    assertThat(run.tasks()).containsExactly("Task_CarryOutPlan");
    assertThat(steps.count("unitPlanSteps.recordReview")).isEqualTo(2);
    assertThat(steps.count("unitPlanSteps.recordReport")).isEqualTo(1);
  }

  @Test
  void aUnitThatIsLateIsRemindedThenUrgedAndTheUrgingIsWithdrawnWhenThePlanComes() {
    ModelRun run = begin();
    run.days(8);
    assertThat(steps.count("unitPlanSteps.remind")).isEqualTo(1);
    assertThat(run.tasks()).containsExactly("Task_DraftPlan");
    run.days(3);
    assertThat(run.tasks()).containsExactly("Task_DraftPlan", "Task_UrgeDraft");
    assertThat(run.groupsOf("Task_UrgeDraft")).containsExactly("haicang-census-leads");
    run.complete("Task_DraftPlan", PLAN);
    assertThat(run.tasks()).containsExactly("Task_ReviewPlan");
    assertThat(run.ends()).containsExactly("EndEvent_DraftReminded", "EndEvent_PlanDrafted");
  }

  @Test
  void theLeadsRecordWhatTheyDidAboutALateDraftAndTheUnitStillOwesIt() {
    ModelRun run = begin();
    run.days(11);
    run.complete("Task_UrgeDraft", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.tasks()).containsExactly("Task_DraftPlan");
    assertThat(run.ends()).contains("EndEvent_DraftUrged");
  }

  @Test
  void aLateReportIsRemindedAndUrgedAsWell() {
    ModelRun run = begin();
    run.complete("Task_DraftPlan", PLAN);
    run.complete("Task_ReviewPlan", Map.of("decision", "approve"));
    run.days(8);
    assertThat(steps.count("unitPlanSteps.remind")).isEqualTo(1);
    run.days(3);
    assertThat(run.groupsOf("Task_UrgeReport")).containsExactly("haicang-census-leads");
    run.complete("Task_UrgeReport", Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_ReportReminded", "EndEvent_ReportUrged");
    run.complete("Task_CarryOutPlan", REPORT);
    assertThat(run.tasks()).containsExactly("Task_ConfirmReport");
  }

  private static ModelRun begin() {
    return start("UnitPlan", "UP-1", Map.of("district", "haicang", "planRequest", "样例要求"));
  }
}
