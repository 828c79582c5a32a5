package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicityModelTests extends ModelScene {

  @BeforeEach
  void setDeadlines() {
    steps.returns("publicitySteps.partners", List.of("education"));
    steps.returns("preparationSteps.subdistricts", List.of("songyu", "xinyang"));
    steps.notes("publicitySteps.recordUnit", "unit");
    steps.notes("publicitySteps.recordSubdistrict", "subdistrict");
    steps.does(
        "publicitySteps.recordSubdistrict",
        it -> it.getProcessInstance().setVariable("publicitySummary", "样例"));
    steps.days.put("plan-reminder", 7);
  }

  @Test
  void aPlanIsDraftedApprovedCarriedOutByAllAndReported() {
    ModelRun run = begin();
    assertThat(run.groupsOf("Task_DraftPublicity")).containsExactly("haicang-publicity");
    approve(run);
    assertThat(run.tasks())
        .containsExactly(
            "Task_OrganiseMedia",
            "Task_PublicityBySubdistrict",
            "Task_PublicityBySubdistrict",
            "Task_PublicityByUnit");
    assertThat(run.groupsOf("Task_OrganiseMedia")).containsExactly("haicang-publicity");
    assertThat(run.groupsOf("Task_PublicityByUnit")).containsExactly("haicang-education");
    run.complete("Task_OrganiseMedia");
    run.complete("Task_PublicityByUnit", Map.of("unitActivity", "普查一课"));
    hold(run, "songyu");
    hold(run, "xinyang");
    run.complete("Task_ReportPublicity", Map.of("majorEvents", 1, "publicityReport", "样例"));
    run.complete("Task_ConfirmPublicity", Map.of("decision", "approve"));
    assertThat(steps.calls)
        .containsExactly(
            "publicitySteps.register",
            "publicitySteps.recordReview",
            "publicitySteps.recordMedia",
            "publicitySteps.recordUnit education",
            "publicitySteps.recordSubdistrict songyu",
            "publicitySteps.recordSubdistrict xinyang",
            "publicitySteps.recordProgress");
    assertThat(run.ends())
        .contains("EndEvent_PublicityDrafted", "EndEvent_UnitDone", "EndEvent_SubdistrictDone")
        .endsWith("EndEvent_PublicityReported");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void planAndProgressMayBeReturned() {
    ModelRun run = begin();
    run.complete("Task_DraftPublicity", Map.of("publicityPlan", "样例"));
    run.complete("Task_ReviewPublicity", Map.of("decision", "return", "decisionReason", "口径不准"));
    assertThat(run.variable("returnReason")).isEqualTo("口径不准");
    approve(run);
    run.complete("Task_OrganiseMedia");
    run.complete("Task_PublicityByUnit", Map.of("unitActivity", "普查一课"));
    hold(run, "songyu");
    hold(run, "xinyang");
    run.complete("Task_ReportPublicity", Map.of("majorEvents", 1, "publicityReport", "样例"));
    run.complete("Task_ConfirmPublicity", Map.of("decision", "return", "decisionReason", "补充"));
    assertThat(run.tasks()).containsExactly("Task_ReportPublicity");
  }

  @Test
  void aLatePlanIsRemindedAndUrgedByTheLeads() {
    ModelRun run = begin();
    run.days(11);
    assertThat(steps.count("publicitySteps.remind")).isEqualTo(1);
    assertThat(run.groupsOf("Task_UrgePublicity")).containsExactly("haicang-census-leads");
    run.complete("Task_UrgePublicity", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).containsExactly("EndEvent_PublicityReminded", "EndEvent_PublicityUrged");
    assertThat(run.tasks()).containsExactly("Task_DraftPublicity");
  }

  @Test
  void thePublicityDepartmentUrgesSubdistrictsUntilTheyAct() {
    ModelRun run = begin();
    approve(run);
    hold(run, "xinyang");
    run.days(11);
    assertThat(steps.count("publicitySteps.remind")).isEqualTo(1);
    assertThat(run.groupsOf("Task_UrgeSubdistrict")).containsExactly("haicang-publicity");
    run.complete("Task_UrgeSubdistrict", Map.of("urgeMeasure", "visit", "urgeNote", "已指导"));
    assertThat(run.ends()).contains("EndEvent_SubdistrictReminded", "EndEvent_SubdistrictUrged");
    hold(run, "songyu");
    assertThat(run.tasks()).containsExactly("Task_OrganiseMedia", "Task_PublicityByUnit");
  }

  @Test
  void theUrgingIsWithdrawnWhenTheSubdistrictActs() {
    ModelRun run = begin();
    approve(run);
    hold(run, "xinyang");
    run.days(11);
    hold(run, "songyu");
    assertThat(run.tasks()).containsExactly("Task_OrganiseMedia", "Task_PublicityByUnit");
  }

  private static void approve(ModelRun run) {
    run.complete("Task_DraftPublicity", Map.of("publicityPlan", "样例"));
    run.complete("Task_ReviewPublicity", Map.of("decision", "approve"));
  }

  private static void hold(ModelRun run, String subdistrict) {
    run.completeFor(
        "haicang-" + subdistrict + "-office",
        "Task_PublicityBySubdistrict",
        Map.of("localActivity", "样例活动", "localReached", 100));
  }

  private static ModelRun begin() {
    return start("Publicity", "P-1", Map.of("district", "haicang", "publicityRequest", "样例"));
  }
}
