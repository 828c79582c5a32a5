package org.censusflow.preparation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.preparation.SubdistrictSetupProcess.*;

import java.util.HashMap;
import java.util.Map;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.preparation.SubdistrictSetupProcess;
import org.junit.jupiter.api.Test;

class SubdistrictSetupTests extends PreparationScene {

  @Test
  void theNoticesDatesBindAndConfirmedBodiesCountForTheGate() {
    String setup =
        start("xs-ertang-office", SubdistrictSetupProcess.KEY, Map.of("setupPlan", "样例"));
    assertThat(task(SET_UP_OFFICE).getName()).isEqualTo("设立街道普查机构：二塘乡");
    assertThat(task(SET_UP_OFFICE).getDueDate()).isEqualTo("2020-03-31T17:30:00+08:00");
    complete("xs-ertang-office", SET_UP_OFFICE, office("2020-02-01"));
    complete("xs-office-1", CONFIRM_OFFICE, Map.of("decision", "approve"));
    assertThat(figures.subdistrictsSetUp("xiangshan-2020")).isEqualTo(1);
    assertThat(task(SET_UP_GROUPS).getDueDate()).isEqualTo("2020-05-31T17:30:00+08:00");
    complete("xs-ertang-office", SET_UP_GROUPS, groups(9));
    assertThat(figures.subdistrictsWithAllGroups("xiangshan-2020")).isZero();
    complete("xs-office-1", CONFIRM_GROUPS, Map.of("decision", "approve"));
    assertThat(ended(setup)).isTrue();
    assertThat(figures.subdistrictsWithAllGroups("xiangshan-2020")).isEqualTo(1);
    assertThat(column("subdistrict_setup", "groups_confirmed_by", setup)).isEqualTo("xs-office-1");
  }

  @Test
  void aSubdistrictIsRemindedFiveWorkingDaysBeforeItsDateAndUrgedOnIt() {
    String setup =
        start("hc-songyu-office", SubdistrictSetupProcess.KEY, Map.of("setupPlan", "样例"));
    now("2020-03-24T09:31:00Z");
    days(0);
    assertThat(column("subdistrict_setup", "reminders", setup)).isEqualTo(1);
    assertThat(openTasks()).containsExactly(SET_UP_OFFICE);
    now("2020-03-31T09:31:00Z");
    days(0);
    assertThat(openTasks()).containsExactly(SET_UP_OFFICE, URGE_OFFICE);
  }

  @Test
  void whoeverIsAskedAfterTheDateHasFiveWorkingDays() {
    now("2020-06-01T01:00:00Z");
    start("hc-songyu-office", SubdistrictSetupProcess.KEY, Map.of("setupPlan", "样例"));
    assertThat(task(SET_UP_OFFICE).getDueDate()).isEqualTo("2020-06-08T17:30:00+08:00");
  }

  @Test
  void aCommunityWithoutItsGroupAndABodyOfTomorrowAreRefused() {
    start("hc-songyu-office", SubdistrictSetupProcess.KEY, Map.of("setupPlan", "样例"));
    assertThatThrownBy(() -> complete("hc-songyu-office", SET_UP_OFFICE, office("2020-02-04")))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E513");
    complete("hc-songyu-office", SET_UP_OFFICE, office("2020-02-03"));
    complete("hc-office-1", CONFIRM_OFFICE, Map.of("decision", "return", "decisionReason", "补充"));
    assertThat(figures.subdistrictsSetUp("haicang-2020")).isZero();
    complete("hc-songyu-office", SET_UP_OFFICE, office("2020-02-03"));
    complete("hc-office-1", CONFIRM_OFFICE, Map.of("decision", "approve"));
    assertThatThrownBy(() -> complete("hc-songyu-office", SET_UP_GROUPS, groups(8)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E523");
    assertThatThrownBy(() -> complete("hc-songyu-office", SET_UP_GROUPS, groups(10)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E522");
  }

  private static Map<String, Object> office(String day) {
    Map<String, Object> form = new HashMap<>();
    form.put("leadingGroupSetUp", true);
    form.put("leadingGroupOn", day);
    form.put("officeSetUp", true);
    form.put("officeStaff", 5);
    form.put("officeSeconded", 2);
    return form;
  }

  private static Map<String, Object> groups(int working) {
    return Map.of(
        "communityCount", 9,
        "workingGroupCount", working,
        "groupMembers", 40,
        "gridWorkers", 60,
        "organisationCount", 30,
        "organisationsNamed", 28);
  }
}
