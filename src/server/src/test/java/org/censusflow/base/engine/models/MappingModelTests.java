package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.mapping.AreaDelimitationProcess.*;
import static org.censusflow.base.process.mapping.MappingProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.process.mapping.MappingProcess;
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
    assertThat(run.groupsOf(PLAN_MAPPING)).containsExactly("haicang-census-office");
    run.complete(PLAN_MAPPING);
    assertThat(run.tasks()).containsExactly(CONFIRM_DIVISIONS, SUPPLY_BASE_MAPS);
    assertThat(run.groupsOf(SUPPLY_BASE_MAPS)).containsExactly("haicang-natural-resources");
    assertThat(run.groupsOf(CONFIRM_DIVISIONS)).containsExactly("haicang-civil-affairs");
    run.complete(SUPPLY_BASE_MAPS, MAPS);
    run.complete(CHECK_BASE_MAPS, Map.of("mapsDecision", "accept"));
    assertThat(run.tasks()).containsExactly(CONFIRM_DIVISIONS);
    run.complete(CONFIRM_DIVISIONS, Map.of("divisionCommunities", 9));
    AreaDelimitationModelTests.deliver(run);
    assertThat(run.groupsOf(ACCEPT_MAPPING)).containsExactly("haicang-census-office");
    run.complete(ACCEPT_MAPPING, Map.of("acceptanceDecision", "accept"));
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
    run.complete(PLAN_MAPPING);
    run.complete(SUPPLY_BASE_MAPS, MAPS);
    run.complete(CHECK_BASE_MAPS, Map.of("mapsDecision", "return", "mapsReason", "缺东孚街道"));
    assertThat(run.tasks()).containsExactly(CONFIRM_DIVISIONS, SUPPLY_BASE_MAPS);
    assertThat(run.variable("mapsReason")).isEqualTo("缺东孚街道");
    run.complete(SUPPLY_BASE_MAPS, MAPS);
    run.complete(CHECK_BASE_MAPS, Map.of("mapsDecision", "accept"));
    assertThat(run.tasks()).containsExactly(CONFIRM_DIVISIONS);
  }

  @Test
  void lateMapsAreRemindedAndUrgedUntilTheyCome() {
    ModelRun run = begin();
    run.complete(PLAN_MAPPING);
    steps.days.put("request-reminder", 3);
    run.days(11);
    assertThat(run.groupsOf(URGE_BASE_MAPS)).containsExactly("haicang-census-leads");
    assertThat(steps.count("mappingSteps.remind")).as("maps and divisions").isEqualTo(2);
    run.complete(URGE_BASE_MAPS, Map.of("urgeMeasure", "call", "urgeNote", "已联系"));
    run.complete(SUPPLY_BASE_MAPS, MAPS);
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
    run.complete(PLAN_MAPPING);
    run.days(11);
    run.complete(SUPPLY_BASE_MAPS, MAPS);
    assertThat(run.tasks()).containsExactly(CHECK_BASE_MAPS, CONFIRM_DIVISIONS);
  }

  @Test
  void theOfficeSendsSubdistrictsBackWithItsReason() {
    ModelRun run = untilAcceptance();
    run.complete(
        ACCEPT_MAPPING, Map.of("acceptanceDecision", "return", "acceptanceReason", "与相邻街道重叠"));
    assertThat(run.tasks()).containsExactly(DELIVER_AREA_FILES);
    assertThat(steps.count("mappingSteps.publish")).isZero();
    AreaDelimitationModelTests.deliver(run);
    run.complete(ACCEPT_MAPPING, Map.of("acceptanceDecision", "accept"));
    assertThat(run.ends()).endsWith("EndEvent_AreasPublished");
  }

  @Test
  void everySubdistrictMapsForItself() {
    steps.returns("mappingSteps.subdistricts", List.of("songyu", "xinyang"));
    ModelRun run = begin();
    run.complete(PLAN_MAPPING);
    run.complete(SUPPLY_BASE_MAPS, MAPS);
    run.complete(CHECK_BASE_MAPS, Map.of("mapsDecision", "accept"));
    run.complete(CONFIRM_DIVISIONS, Map.of("divisionCommunities", 9));
    assertThat(run.tasks()).containsExactly(DELIVER_AREA_FILES, DELIVER_AREA_FILES);
    run.completeFor("haicang-songyu-office", DELIVER_AREA_FILES, Map.of());
    run.completeFor("haicang-songyu-office", LIST_BUILDINGS, Map.of());
    assertThat(run.tasks()).containsExactly(DELIVER_AREA_FILES);
    run.completeFor("haicang-xinyang-office", DELIVER_AREA_FILES, Map.of());
    run.completeFor("haicang-xinyang-office", LIST_BUILDINGS, Map.of());
    assertThat(run.tasks()).containsExactly(ACCEPT_MAPPING);
  }

  private ModelRun untilAcceptance() {
    ModelRun run = begin();
    run.complete(PLAN_MAPPING);
    run.complete(SUPPLY_BASE_MAPS, MAPS);
    run.complete(CHECK_BASE_MAPS, Map.of("mapsDecision", "accept"));
    run.complete(CONFIRM_DIVISIONS, Map.of("divisionCommunities", 9));
    AreaDelimitationModelTests.deliver(run);
    return run;
  }

  private static ModelRun begin() {
    return start(
        MappingProcess.KEY,
        "haicang-2020",
        Map.of("district", "haicang", "censusId", "haicang-2020"));
  }
}
