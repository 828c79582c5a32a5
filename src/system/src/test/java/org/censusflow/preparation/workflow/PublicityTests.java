package org.censusflow.preparation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.preparation.PublicityProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.preparation.PublicityProcess;
import org.junit.jupiter.api.Test;

class PublicityTests extends PreparationScene {

  @Test
  void theUnitsWithADutyOfPublicityAndAllSubdistrictsTakePart() {
    final String publicity =
        start("hc-office-1", PublicityProcess.KEY, Map.of("publicityRequest", "样例要求"));
    approve("hc");
    assertThat(waitsFor("hc-culture-tourism", PUBLICITY_BY_UNIT)).isTrue();
    assertThat(waitsFor("hc-tax", PUBLICITY_BY_UNIT)).isFalse();
    assertThat(figures.publicityUnderWay("haicang-2020")).isFalse();
    complete("hc-publicity", ORGANISE_MEDIA, media("2020-02-03"));
    assertThat(figures.publicityUnderWay("haicang-2020")).isTrue();
    for (String unit :
        List.of(
            "education", "ethnic-religious", "justice", "market-supervision", "culture-tourism")) {
      complete("hc-" + unit, PUBLICITY_BY_UNIT, activity("unitActivity", "unitReached"));
    }
    for (String subdistrict : List.of("haicang", "songyu", "xinyang", "dongfu")) {
      complete(
          "hc-" + subdistrict + "-office",
          PUBLICITY_BY_SUBDISTRICT,
          activity("localActivity", "localReached"));
    }
    assertThat(tasks.getVariable(task(REPORT_PUBLICITY).getId(), "publicitySummary"))
        .isEqualTo("媒体报道 10 篇次；成员单位 5 个，覆盖 1000 人；街道 4 个，覆盖 800 户");
    complete("hc-publicity", REPORT_PUBLICITY, Map.of("majorEvents", 2, "publicityReport", "样例"));
    complete("hc-office-1", CONFIRM_PUBLICITY, Map.of("decision", "approve"));
    assertThat(ended(publicity)).isTrue();
    assertThat(column("publicity_plan", "status", publicity)).isEqualTo("REPORTED");
    assertThat(
            jdbc.sql("select medium from publicity_plan_medium where process_key = ?")
                .param(publicity)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("radio", "new-media");
  }

  @Test
  void anotherDistrictAsksItsOwnUnits() {
    start("xs-office-1", PublicityProcess.KEY, Map.of("publicityRequest", "样例要求"));
    approve("xs");
    assertThat(waitsFor("xs-education", PUBLICITY_BY_UNIT)).isTrue();
    assertThat(waitsFor("xs-political-legal", PUBLICITY_BY_UNIT)).isTrue();
    assertThat(waitsFor("xs-justice", PUBLICITY_BY_UNIT)).isFalse();
  }

  @Test
  void aPlanWithoutMediaAndAnActivityOfTomorrowAreRefused() {
    start("hc-office-1", PublicityProcess.KEY, Map.of("publicityRequest", "样例要求"));
    assertThatThrownBy(
            () -> complete("hc-publicity", DRAFT_PUBLICITY, Map.of("publicityPlan", "样例")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E550");
    approve("hc");
    assertThatThrownBy(() -> complete("hc-publicity", ORGANISE_MEDIA, media("2020-02-04")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E513");
  }

  private void approve(String district) {
    complete(
        district + "-publicity",
        DRAFT_PUBLICITY,
        Map.of("publicityPlan", "样例方案", "useRadio", true, "useNewMedia", true));
    complete(district + "-office-1", REVIEW_PUBLICITY, Map.of("decision", "approve"));
  }

  private static Map<String, Object> media(String day) {
    return Map.of(
        "publicityDeployedOn", day,
        "radioReports", 1,
        "televisionReports", 2,
        "pressReports", 3,
        "newMediaReports", 4);
  }

  private static Map<String, Object> activity(String text, String reached) {
    return Map.of(text, "样例活动", reached, 200, "activityOn", "2020-02-03");
  }
}
