package org.censusflow.registration.specialpopulation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.registration.SpecialPopulationProcess.*;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.Spin;
import org.censusflow.StaffScene;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.registration.SpecialPopulationProcess;
import org.censusflow.registration.specialpopulation.MilitaryCounts;
import org.censusflow.registration.specialpopulation.PopulationFigures;
import org.censusflow.registration.specialpopulation.PopulationFigures.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SpecialPopulationTests extends StaffScene {

  @Autowired private PopulationFigures figures;
  @Autowired private MilitaryCounts military;
  @Autowired private SpecialPopulationSteps steps;

  @BeforeEach
  void setTheClock() {
    now("2020-11-02T01:00:00Z");
  }

  @Test
  void eachKindHasItsUnitInHaicang() {
    assertThat(responsibleIn("haicang"))
        .containsEntry("armed-forces", "armed-forces")
        .containsEntry("hk-macao-taiwan", "taiwan-hk-macao")
        .containsEntry("foreigners", "public-security")
        .containsEntry("boarding-schools", "education")
        .containsEntry("construction-sites", "construction")
        .containsEntry("religious-places", "ethnic-religious")
        .containsEntry("released-prisoners", "justice")
        .containsEntry("sole-traders", "market-supervision")
        .containsEntry("insured-taxpayers", "tax")
        .containsEntry("rural-households", "agriculture");
  }

  @Test
  void aDistrictWithoutTaxBureauAndTaiwanOfficeAsksOthers() {
    assertThat(responsibleIn("xiangshan"))
        .hasSize(10)
        .containsEntry("hk-macao-taiwan", "public-security")
        .containsEntry("insured-taxpayers", "social-security")
        .containsEntry("construction-sites", "construction")
        .containsEntry("released-prisoners", "justice")
        .containsEntry("armed-forces", "armed-forces");
  }

  /** Starts every kind in a district, and says which unit answers for it. */
  private Map<String, String> responsibleIn(String district) {
    for (String kind : steps.kinds(null)) {
      begin(district, kind);
    }
    Map<String, String> units = new HashMap<>();
    for (Standing standing : figures.standings(district + "-2020")) {
      units.put(standing.kind(), standing.unit());
      String group = district + "-" + standing.unit();
      assertThat(
              tasks
                  .createTaskQuery()
                  .processInstanceBusinessKey(district + "-2020-" + standing.kind())
                  .taskCandidateGroup(group)
                  .count())
          .as(standing.kind())
          .isEqualTo(1);
    }
    return units;
  }

  @Test
  void theFormsFiguresAreKeptAndReconciled() {
    String instance = begin("haicang", "boarding-schools");
    complete("hc-education", PREPARE_POPULATION, prepared(120, 100, 20, "songyu"));
    assertThat(openTasks()).containsExactly(REGISTER_BY_SUBDISTRICT);
    complete("hc-songyu-office", REGISTER_BY_SUBDISTRICT, registered(110, 10, 0, ""));
    assertThat(ended(instance)).isTrue();
    assertThat(figures.standings("haicang-2020"))
        .containsExactly(
            new Standing(
                "boarding-schools", "education", "RECONCILED", false, 120, 120, "人数衔接", null));
    assertThat(
            jdbc.sql(
                    "select persons from special_population_expected where process_key = ? and part = ?")
                .params(instance, "boardingTeachers")
                .query(Integer.class)
                .single())
        .isEqualTo(20);
  }

  @Test
  void aShortfallIsForTheOfficeToAcceptOrToHaveCountedAgain() {
    String instance = begin("haicang", "boarding-schools");
    complete("hc-education", PREPARE_POPULATION, prepared(120, 100, 20, "songyu"));
    complete("hc-songyu-office", REGISTER_BY_SUBDISTRICT, registered(100, 0, 0, ""));
    assertThat(tasks.getVariable(task(DECIDE_FIGURES).getId(), "reconciliationFinding"))
        .isEqualTo("登记人数少于责任单位掌握的人数");
    complete("hc-office-1", DECIDE_FIGURES, decision("recount", "请再核对宿舍"));
    assertThat(tasks.getVariable(task(PREPARE_POPULATION).getId(), "returnReason"))
        .isEqualTo("请再核对宿舍");
    complete("hc-education", PREPARE_POPULATION, prepared(105, 90, 15, "songyu"));
    complete("hc-songyu-office", REGISTER_BY_SUBDISTRICT, registered(104, 0, 1, "外出实习"));
    complete("hc-office-1", DECIDE_FIGURES, decision("accept", "实习学生已在实习地登记"));
    assertThat(ended(instance)).isTrue();
    assertThat(column("special_population", "decision_reason", instance)).isEqualTo("实习学生已在实习地登记");
    assertThat(column("special_population", "rounds", instance)).isEqualTo(2);
  }

  @Test
  void theMilitarysFiguresStayCountsAndBecomeNoRows() {
    String instance = begin("xiangshan", "armed-forces");
    assertThatThrownBy(() -> complete("xs-armed-forces", REPORT_MILITARY, military(299)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E881");
    complete("xs-armed-forces", REPORT_MILITARY, military(300));
    assertThat(ended(instance)).isTrue();
    assertThat(military.of("xiangshan-2020").orElseThrow().serving()).isEqualTo(300);
    assertThat(military.of("haicang-2020")).isEmpty();
    assertThat(jdbc.sql("select count(*) from person").query(Integer.class).single()).isZero();
  }

  @Test
  void whoIsSilentIsOnRecordAndTheRestGoesOn() {
    begin("haicang", "sole-traders");
    // Beyond the last day of the short forms, reminders, urging and the extra days.
    days(60);
    assertThat(figures.standings("haicang-2020").get(0).unitSilent()).isTrue();
    assertThat(tasks.createTaskQuery().taskDefinitionKey(REGISTER_BY_SUBDISTRICT).count())
        .isEqualTo(4);
    complete("hc-songyu-office", REGISTER_BY_SUBDISTRICT, registered(7, 0, 0, ""));
    days(60);
    assertThat(tasks.getVariable(task(DECIDE_FIGURES).getId(), "figuresSummary").toString())
        .contains("责任单位掌握：未报", "未报的街道：3 个", "街道所报已登记：7 人");
  }

  @Test
  void figuresThatDoNotAddUpAreRefused() {
    begin("haicang", "boarding-schools");
    assertThatThrownBy(
            () -> complete("hc-education", PREPARE_POPULATION, prepared(120, 100, 19, "songyu")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E883");
    Map<String, Object> nowhere = prepared(120, 100, 20, "songyu");
    nowhere.put("populationSubdistricts", Spin.JSON("[]"));
    assertThatThrownBy(() -> complete("hc-education", PREPARE_POPULATION, nowhere))
        .isInstanceOf(TaskRefused.class);
    complete("hc-education", PREPARE_POPULATION, prepared(120, 100, 20, "songyu"));
    assertThatThrownBy(
            () ->
                complete("hc-songyu-office", REGISTER_BY_SUBDISTRICT, registered(110, 0, 10, " ")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E884");
  }

  private String begin(String district, String kind) {
    String instance =
        runtime
            .createProcessInstanceByKey(SpecialPopulationProcess.KEY)
            .processDefinitionWithoutTenantId()
            .businessKey(district + "-2020-" + kind)
            .setVariables(Map.of("district", district, "kind", kind))
            .execute()
            .getId();
    runJobs();
    return instance;
  }

  private static Map<String, Object> prepared(
      int expected, int students, int teachers, String subdistrict) {
    return new HashMap<>(
        Map.of(
            "populationSubdistricts",
            Spin.JSON("[\"" + subdistrict + "\"]"),
            "populationPlaces",
            3,
            "expectedPersons",
            expected,
            "boardingStudents",
            students,
            "boardingTeachers",
            teachers,
            "schoolsMobilised",
            3,
            "listHandOver",
            "sealed",
            "populationMeasures",
            "样例办法"));
  }

  private static Map<String, Object> registered(
      int here, int elsewhere, int notReached, String note) {
    return Map.of(
        "registeredPersons", here,
        "registeredElsewhere", elsewhere,
        "notReached", notReached,
        "placesVisited", 3,
        "registerNote", note);
  }

  private static Map<String, Object> decision(String decision, String reason) {
    return Map.of("reconciliationDecision", decision, "reconciliationReason", reason);
  }

  private static Map<String, Object> military(int serving) {
    return Map.of(
        "servingMilitary", serving,
        "barracksOthers", 50,
        "militaryMale", 310,
        "militaryFemale", 40,
        "outsideBarracks", 12,
        "sealedNumber", "样例〔2020〕1号");
  }
}
