package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MappingModelTests extends ModelScene {

  private static final Map<String, Object> MAPS =
      Map.of("imageryOn", "2020-05-01", "subdistrictsCovered", 1, "mapScale", "2000");

  @BeforeEach
  void mapASubdistrict() {
    steps.returns("mappingSteps.subdistricts", List.of("songyu"));
    steps.result(
        "mappingSteps.open",
        Map.of("censusId", "haicang-2020", "acceptanceReason", "", "acceptanceDecision", ""));
    AreaDelimitationModelTests.ready(steps);
  }

  @Test
  void mapsAndDivisionsComeSideBySideThenTheSubdistrictsMapAndTheOfficeAccepts() {
    ModelRun run = begin();
    assertThat(run.groupsOf("Task_PlanMapping")).containsExactly("haicang-census-office");
    run.complete("Task_PlanMapping");
    assertThat(run.tasks()).containsExactly("Task_ConfirmDivisions", "Task_SupplyBaseMaps");
    assertThat(run.groupsOf("Task_SupplyBaseMaps")).containsExactly("haicang-natural-resources");
    assertThat(run.groupsOf("Task_ConfirmDivisions")).containsExactly("haicang-civil-affairs");
    run.complete("Task_SupplyBaseMaps", MAPS);
    run.complete("Task_CheckBaseMaps", Map.of("mapsDecision", "accept"));
    assertThat(run.tasks()).containsExactly("Task_ConfirmDivisions");
    run.complete("Task_ConfirmDivisions", Map.of("divisionCommunities", 9));
    AreaDelimitationModelTests.deliver(run);
    assertThat(run.groupsOf("Task_AcceptMapping")).containsExactly("haicang-census-office");
    run.complete("Task_AcceptMapping", Map.of("acceptanceDecision", "accept"));
    assertThat(steps.calls)
        .containsSubsequence(
            "mappingSteps.open",
            "delimitationSteps.open",
            "delimitationSteps.check",
            "mappingSteps.measure",
            "mappingSteps.publish");
    assertThat(run.ends()).contains("EndEvent_BaseMapsDelivered", "EndEvent_AreasPublished");
    assertThat(run.ended()).isTrue();
  }

  @Test
  void mapsThatLackSomethingGoBackWithAReason() {
    ModelRun run = begin();
    run.complete("Task_PlanMapping");
    run.complete("Task_SupplyBaseMaps", MAPS);
    run.complete("Task_CheckBaseMaps", Map.of("mapsDecision", "return", "mapsReason", "缺东孚街道"));
    assertThat(run.tasks()).containsExactly("Task_ConfirmDivisions", "Task_SupplyBaseMaps");
    assertThat(run.variable("mapsReason")).isEqualTo("缺东孚街道");
    run.complete("Task_SupplyBaseMaps", MAPS);
    run.complete("Task_CheckBaseMaps", Map.of("mapsDecision", "accept"));
    assertThat(run.tasks()).containsExactly("Task_ConfirmDivisions");
  }

  @Test
  void lateMapsAreRemindedAndUrgedUntilTheyCome() {
    ModelRun run = begin();
    run.complete("Task_PlanMapping");
    steps.days.put("request-reminder", 3);
    run.days(11);
    assertThat(run.groupsOf("Task_UrgeBaseMaps")).containsExactly("haicang-census-leads");
    assertThat(steps.count("mappingSteps.remind")).as("maps and divisions").isEqualTo(2);
    run.complete("Task_UrgeBaseMaps", Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    run.complete("Task_SupplyBaseMaps", MAPS);
    assertThat(run.ends())
        .contains(
            "EndEvent_BaseMapsReminded",
            "EndEvent_BaseMapsUrged",
            "EndEvent_BaseMapsDelivered",
            "EndEvent_DivisionsReminded");
  }

  @Test
  void theUrgingOfMapsIsWithdrawnWhenTheyCome() {
    ModelRun run = begin();
    run.complete("Task_PlanMapping");
    run.days(11);
    run.complete("Task_SupplyBaseMaps", MAPS);
    assertThat(run.tasks()).containsExactly("Task_CheckBaseMaps", "Task_ConfirmDivisions");
  }

  @Test
  void theOfficeSendsSubdistrictsBackWithItsReason() {
    ModelRun run = untilAcceptance();
    run.complete(
        "Task_AcceptMapping",
        Map.of("acceptanceDecision", "return", "acceptanceReason", "与相邻街道重叠"));
    assertThat(run.tasks()).containsExactly("Task_DeliverAreaFiles");
    assertThat(steps.count("mappingSteps.publish")).isZero();
    AreaDelimitationModelTests.deliver(run);
    run.complete("Task_AcceptMapping", Map.of("acceptanceDecision", "accept"));
    assertThat(run.ends()).endsWith("EndEvent_AreasPublished");
  }

  @Test
  void everySubdistrictMapsForItself() {
    steps.returns("mappingSteps.subdistricts", List.of("songyu", "xinyang"));
    ModelRun run = begin();
    run.complete("Task_PlanMapping");
    run.complete("Task_SupplyBaseMaps", MAPS);
    run.complete("Task_CheckBaseMaps", Map.of("mapsDecision", "accept"));
    run.complete("Task_ConfirmDivisions", Map.of("divisionCommunities", 9));
    assertThat(run.tasks()).containsExactly("Task_DeliverAreaFiles", "Task_DeliverAreaFiles");
    run.completeFor("haicang-songyu-office", "Task_DeliverAreaFiles", Map.of());
    run.completeFor("haicang-songyu-office", "Task_ListBuildings", Map.of());
    assertThat(run.tasks()).containsExactly("Task_DeliverAreaFiles");
    run.completeFor("haicang-xinyang-office", "Task_DeliverAreaFiles", Map.of());
    run.completeFor("haicang-xinyang-office", "Task_ListBuildings", Map.of());
    assertThat(run.tasks()).containsExactly("Task_AcceptMapping");
  }

  private ModelRun untilAcceptance() {
    ModelRun run = begin();
    run.complete("Task_PlanMapping");
    run.complete("Task_SupplyBaseMaps", MAPS);
    run.complete("Task_CheckBaseMaps", Map.of("mapsDecision", "accept"));
    run.complete("Task_ConfirmDivisions", Map.of("divisionCommunities", 9));
    AreaDelimitationModelTests.deliver(run);
    return run;
  }

  private static ModelRun begin() {
    return start(
        "Mapping", "haicang-2020", Map.of("district", "haicang", "censusId", "haicang-2020"));
  }
}
