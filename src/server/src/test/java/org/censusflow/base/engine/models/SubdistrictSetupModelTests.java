package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
    assertThat(run.groupsOf("Task_SetUpOffice")).containsExactly("haicang-songyu-office");
    run.complete("Task_SetUpOffice", OFFICE);
    assertThat(run.groupsOf("Task_ConfirmOffice")).containsExactly("haicang-census-office");
    run.complete("Task_ConfirmOffice", agreed());
    run.complete("Task_SetUpGroups", GROUPS);
    run.complete("Task_ConfirmGroups", agreed());
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
    run.complete("Task_SetUpOffice", OFFICE);
    run.complete("Task_ConfirmOffice", returned("办公室人员不足"));
    assertThat(run.variable("returnReason")).isEqualTo("办公室人员不足");
    run.complete("Task_SetUpOffice", OFFICE);
    run.complete("Task_ConfirmOffice", agreed());
    run.complete("Task_SetUpGroups", GROUPS);
    run.complete("Task_ConfirmGroups", returned("名单未报齐"));
    assertThat(run.tasks()).containsExactly("Task_SetUpGroups");
  }

  @Test
  void aSubdistrictThatIsNotSetUpByItsDateIsRemindedAndThenUrgedByTheLeads() {
    ModelRun run = begin();
    run.days(21);
    assertThat(steps.count("subdistrictSetupSteps.remind")).isEqualTo(1);
    assertThat(run.tasks()).containsExactly("Task_SetUpOffice");
    run.days(10);
    assertThat(run.groupsOf("Task_UrgeOffice")).containsExactly("haicang-census-leads");
    run.complete("Task_UrgeOffice", Map.of("urgeMeasure", "visit", "urgeNote", "已到场指导"));
    assertThat(run.ends()).containsExactly("EndEvent_OfficeReminded", "EndEvent_OfficeUrged");
    run.complete("Task_SetUpOffice", OFFICE);
    assertThat(run.tasks()).containsExactly("Task_ConfirmOffice");
  }

  @Test
  void theUrgingOfLateCommunitiesIsWithdrawnWhenTheyReport() {
    ModelRun run = begin();
    run.complete("Task_SetUpOffice", OFFICE);
    run.complete("Task_ConfirmOffice", agreed());
    run.days(31);
    assertThat(run.tasks()).containsExactly("Task_SetUpGroups", "Task_UrgeGroups");
    run.complete("Task_SetUpGroups", GROUPS);
    assertThat(run.tasks()).containsExactly("Task_ConfirmGroups");
    assertThat(run.ends()).contains("EndEvent_GroupsReminded", "EndEvent_GroupsReported");
  }

  @Test
  void theLeadsRecordWhatTheyDidAboutLateCommunities() {
    ModelRun run = begin();
    run.complete("Task_SetUpOffice", OFFICE);
    run.complete("Task_ConfirmOffice", agreed());
    run.days(31);
    run.complete("Task_UrgeGroups", Map.of("urgeMeasure", "notice", "urgeNote", "已通报"));
    assertThat(run.ends()).contains("EndEvent_GroupsUrged");
  }

  private static Map<String, Object> agreed() {
    return Map.of("decision", "approve");
  }

  private static Map<String, Object> returned(String reason) {
    return Map.of("decision", "return", "decisionReason", reason);
  }

  private static ModelRun begin() {
    return start("SubdistrictSetup", "SS-1", Map.of("district", "haicang", "setupPlan", "样例"));
  }
}
