package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.preparation.SubdistrictSetupProcess.*;

import java.util.Map;
import org.censusflow.base.process.preparation.SubdistrictSetupProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubdistrictSetupModelTests extends ModelScene {

  private static final Map<String, Object> OFFICE =
      Map.of("leadingGroupOn", "2020-03-01", "officeStaff", 5, "officeSeconded", 2);

  private static final Map<String, Object> GROUPS =
      Map.of(
          "communityCount", 8,
          "workingGroupCount", 8,
          "groupMembers", 40,
          "gridWorkers", 60,
          "organisationCount", 30,
          "organisationsNamed", 28);

  @BeforeEach
  void nameTheSubdistrict() {
    steps.result(
        "subdistrictSetupSteps.register",
        Map.of(
            "subdistrict", "songyu",
            "subdistrictName", "嵩屿街道",
            "setupMeasures", "",
            "groupsNote", ""));
  }

  @Test
  void theSubdistrictSetsUpItsBodiesAndThenItsCommunities() {
    ModelRun run = begin();
    assertThat(run.groupsOf(SET_UP_OFFICE)).containsExactly("haicang-songyu-office");
    run.complete(SET_UP_OFFICE, OFFICE);
    assertThat(run.groupsOf(CONFIRM_OFFICE)).containsExactly("haicang-census-office");
    run.complete(CONFIRM_OFFICE, agreed());
    run.complete(SET_UP_GROUPS, GROUPS);
    run.complete(CONFIRM_GROUPS, agreed());
    assertThat(steps.calls)
        .containsExactly(
            "subdistrictSetupSteps.register",
            "subdistrictSetupSteps.recordOffice",
            "subdistrictSetupSteps.recordGroups");
    assertThat(run.ends())
        .containsExactly(
            "EndEvent_OfficeReported", "EndEvent_GroupsReported", "EndEvent_SubdistrictSetUp");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void whatTheOfficeCannotConfirmGoesBackWithAReason() {
    ModelRun run = begin();
    run.complete(SET_UP_OFFICE, OFFICE);
    run.complete(CONFIRM_OFFICE, returned("办公室人员不足"));
    assertThat(run.variable("returnReason")).isEqualTo("办公室人员不足");
    run.complete(SET_UP_OFFICE, OFFICE);
    run.complete(CONFIRM_OFFICE, agreed());
    run.complete(SET_UP_GROUPS, GROUPS);
    run.complete(CONFIRM_GROUPS, returned("名单未报齐"));
    assertThat(run.tasks()).containsExactly(SET_UP_GROUPS);
  }

  @Test
  void aSubdistrictThatIsNotSetUpByItsDateIsRemindedAndThenUrgedByTheLeads() {
    ModelRun run = begin();
    run.days(21);
    assertThat(steps.count("subdistrictSetupSteps.remind")).isEqualTo(1);
    assertThat(run.tasks()).containsExactly(SET_UP_OFFICE);
    run.days(10);
    assertThat(run.groupsOf(URGE_OFFICE)).containsExactly("haicang-census-leads");
    run.complete(URGE_OFFICE, Map.of("urgeMeasure", "visit", "urgeNote", "已到场指导"));
    assertThat(run.ends()).containsExactly("EndEvent_OfficeReminded", "EndEvent_OfficeUrged");
    run.complete(SET_UP_OFFICE, OFFICE);
    assertThat(run.tasks()).containsExactly(CONFIRM_OFFICE);
  }

  @Test
  void theUrgingOfLateCommunitiesIsWithdrawnWhenTheyReport() {
    ModelRun run = begin();
    run.complete(SET_UP_OFFICE, OFFICE);
    run.complete(CONFIRM_OFFICE, agreed());
    run.days(31);
    assertThat(run.tasks()).containsExactly(SET_UP_GROUPS, URGE_GROUPS);
    run.complete(SET_UP_GROUPS, GROUPS);
    assertThat(run.tasks()).containsExactly(CONFIRM_GROUPS);
    assertThat(run.ends()).contains("EndEvent_GroupsReminded", "EndEvent_GroupsReported");
  }

  @Test
  void theLeadsRecordWhatTheyDidAboutLateCommunities() {
    ModelRun run = begin();
    run.complete(SET_UP_OFFICE, OFFICE);
    run.complete(CONFIRM_OFFICE, agreed());
    run.days(31);
    run.complete(URGE_GROUPS, Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_GroupsUrged");
  }

  private static Map<String, Object> agreed() {
    return Map.of("decision", "approve");
  }

  private static Map<String, Object> returned(String reason) {
    return Map.of("decision", "return", "decisionReason", reason);
  }

  private static ModelRun begin() {
    return start(
        SubdistrictSetupProcess.KEY, "SS-1", Map.of("district", "haicang", "setupPlan", "样例"));
  }
}
