package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.preparation.PublicityProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.preparation.PublicityProcess;
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
    assertThat(run.groupsOf(DRAFT_PUBLICITY)).containsExactly("haicang-publicity");
    approve(run);
    assertThat(run.tasks())
        .containsExactly(
            ORGANISE_MEDIA, PUBLICITY_BY_SUBDISTRICT, PUBLICITY_BY_SUBDISTRICT, PUBLICITY_BY_UNIT);
    assertThat(run.groupsOf(ORGANISE_MEDIA)).containsExactly("haicang-publicity");
    assertThat(run.groupsOf(PUBLICITY_BY_UNIT)).containsExactly("haicang-education");
    run.complete(ORGANISE_MEDIA);
    run.complete(PUBLICITY_BY_UNIT, Map.of("unitActivity", "普查一课"));
    hold(run, "songyu");
    hold(run, "xinyang");
    run.complete(REPORT_PUBLICITY, Map.of("majorEvents", 1, "publicityReport", "样例"));
    run.complete(CONFIRM_PUBLICITY, Map.of("decision", "approve"));
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
    run.complete(DRAFT_PUBLICITY, Map.of("publicityPlan", "样例"));
    run.complete(REVIEW_PUBLICITY, Map.of("decision", "return", "decisionReason", "口径不准"));
    assertThat(run.variable("returnReason")).isEqualTo("口径不准");
    approve(run);
    run.complete(ORGANISE_MEDIA);
    run.complete(PUBLICITY_BY_UNIT, Map.of("unitActivity", "普查一课"));
    hold(run, "songyu");
    hold(run, "xinyang");
    run.complete(REPORT_PUBLICITY, Map.of("majorEvents", 1, "publicityReport", "样例"));
    run.complete(CONFIRM_PUBLICITY, Map.of("decision", "return", "decisionReason", "补充"));
    assertThat(run.tasks()).containsExactly(REPORT_PUBLICITY);
  }

  @Test
  void aLatePlanIsRemindedAndUrgedByTheLeads() {
    ModelRun run = begin();
    run.days(11);
    assertThat(steps.count("publicitySteps.remind")).isEqualTo(1);
    assertThat(run.groupsOf(URGE_PUBLICITY)).containsExactly("haicang-census-leads");
    run.complete(URGE_PUBLICITY, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(run.ends()).containsExactly("EndEvent_PublicityReminded", "EndEvent_PublicityUrged");
    assertThat(run.tasks()).containsExactly(DRAFT_PUBLICITY);
  }

  @Test
  void thePublicityDepartmentUrgesSubdistrictsUntilTheyAct() {
    ModelRun run = begin();
    approve(run);
    hold(run, "xinyang");
    run.days(11);
    assertThat(steps.count("publicitySteps.remind")).isEqualTo(1);
    assertThat(run.groupsOf(URGE_SUBDISTRICT)).containsExactly("haicang-publicity");
    run.complete(URGE_SUBDISTRICT, Map.of("urgeMeasure", "visit", "urgeNote", "已指导"));
    assertThat(run.ends()).contains("EndEvent_SubdistrictReminded", "EndEvent_SubdistrictUrged");
    hold(run, "songyu");
    assertThat(run.tasks()).containsExactly(ORGANISE_MEDIA, PUBLICITY_BY_UNIT);
  }

  @Test
  void theUrgingIsWithdrawnWhenTheSubdistrictActs() {
    ModelRun run = begin();
    approve(run);
    hold(run, "xinyang");
    run.days(11);
    hold(run, "songyu");
    assertThat(run.tasks()).containsExactly(ORGANISE_MEDIA, PUBLICITY_BY_UNIT);
  }

  private static void approve(ModelRun run) {
    run.complete(DRAFT_PUBLICITY, Map.of("publicityPlan", "样例"));
    run.complete(REVIEW_PUBLICITY, Map.of("decision", "approve"));
  }

  private static void hold(ModelRun run, String subdistrict) {
    run.completeFor(
        "haicang-" + subdistrict + "-office",
        PUBLICITY_BY_SUBDISTRICT,
        Map.of("localActivity", "样例活动", "localReached", 100));
  }

  private static ModelRun begin() {
    return start(
        PublicityProcess.KEY, "P-1", Map.of("district", "haicang", "publicityRequest", "样例"));
  }
}
