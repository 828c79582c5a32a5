package org.censusflow.preparation.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.preparation.StaffingProcess.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.preparation.StaffingProcess;
import org.censusflow.preparation.Staff;
import org.censusflow.preparation.Staff.Team;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StaffingTests extends PreparationScene {

  private static final String CENSUS = "haicang-2020";

  @Autowired private Staff staff;

  @Test
  void theNormDecidesTheNeedAndCertificatesCountUntilTheyAreWithdrawn() {
    final String staffing =
        start("hc-songyu-office", StaffingProcess.KEY, Map.of("staffingKind", "initial"));
    certify(new Team(9, 2), List.of("hc-songyu-enumerator-1", "hc-songyu-supervisor-1"));
    assertThat(ended(staffing)).isTrue();
    assertThat(figures.staffNeeded(CENSUS)).isEqualTo(new Team(9, 2));
    assertThat(figures.staffCertified(CENSUS)).isEqualTo(new Team(9, 2));
    assertThat(staff.isCertified(CENSUS, "hc-songyu-enumerator-1")).isTrue();
    assertThat(staff.isCertified(CENSUS, "hc-songyu-enumerator-2")).isFalse();

    start("hc-songyu-office", StaffingProcess.KEY, Map.of("staffingKind", "replacement"));
    assertThatThrownBy(() -> complete("hc-office-1", WITHDRAW_STAFF, withdrawal(10)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E544");
    complete("hc-office-1", WITHDRAW_STAFF, withdrawal(1));
    assertThat(staff.isCertified(CENSUS, "hc-songyu-enumerator-1")).isFalse();
    assertThat(figures.staffCertified(CENSUS)).isEqualTo(new Team(8, 2));
    complete("hc-songyu-office", NOMINATE_STAFF, nomination(1, 0));
    complete("hc-office-1", REVIEW_SELECTION, Map.of("decision", "approve"));
    exam(new Team(1, 0), new Team(1, 0));
    complete(
        "hc-office-2",
        ISSUE_CERTIFICATES,
        certificates(new Team(1, 0), List.of("hc-songyu-enumerator-2")));
    assertThat(figures.staffCertified(CENSUS)).isEqualTo(new Team(9, 2));
    assertThat(figures.staffNeeded(CENSUS)).isEqualTo(new Team(9, 2));
    assertThat(staff.isCertified(CENSUS, "hc-songyu-enumerator-2")).isTrue();
  }

  @Test
  void nobodyIsCountedTwiceOrCertifiedWithoutTrainingAndExam() {
    start("hc-songyu-office", StaffingProcess.KEY, Map.of("staffingKind", "initial"));
    complete("hc-songyu-office", ESTIMATE_LOAD, load());
    Map<String, Object> tooMany = nomination(9, 2);
    tooMany.put("fromTeachers", 1);
    assertThatThrownBy(() -> complete("hc-songyu-office", NOMINATE_STAFF, tooMany))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E543");
    complete("hc-songyu-office", NOMINATE_STAFF, nomination(9, 2));
    complete("hc-office-1", REVIEW_SELECTION, Map.of("decision", "approve"));
    assertThatThrownBy(() -> complete("hc-office-1", TRAIN_STAFF, training(10, 2)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E541");
    complete("hc-office-1", TRAIN_STAFF, training(9, 2));
    assertThatThrownBy(
            () ->
                complete(
                    "hc-office-1",
                    EXAMINE_STAFF,
                    Map.of("passedEnumerators", 9, "passedSupervisors", 3)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining("CF-E542");
    complete("hc-office-1", EXAMINE_STAFF, Map.of("passedEnumerators", 9, "passedSupervisors", 2));
    runtime.setVariable(task(ISSUE_CERTIFICATES).getProcessInstanceId(), "passedEnumerators", 99);
    refuseCertificates("hc-office-2", new Team(10, 2), List.of(), "CF-E546");
    refuseCertificates(
        "hc-office-2", new Team(9, 2), List.of("hc-xinyang-enumerator-1"), "CF-E545");
    refuseCertificates("hc-office-1", new Team(9, 2), List.of(), "CF-E131");
  }

  @Test
  void theDistrictsFileSaysWhichUnitsHelp() {
    start("hc-songyu-office", StaffingProcess.KEY, Map.of("staffingKind", "initial"));
    complete("hc-songyu-office", ESTIMATE_LOAD, load());
    complete("hc-songyu-office", NOMINATE_STAFF, nomination(5, 2));
    assertThat(waitsFor("hc-civil-affairs", SUPPORT_SELECTION)).isTrue();
    assertThat(waitsFor("hc-construction", SUPPORT_SELECTION)).isFalse();
    complete("hc-civil-affairs", SUPPORT_SELECTION, offer());
    complete("hc-social-security", SUPPORT_SELECTION, offer());
    assertThat(tasks.getVariable(task(NOMINATE_STAFF).getId(), "supportSummary"))
        .isEqualTo("- 民政局：3 人，样例来源\n- 人社局：3 人，样例来源");

    start("xs-nanmen-office", StaffingProcess.KEY, Map.of("staffingKind", "initial"));
    complete("xs-nanmen-office", ESTIMATE_LOAD, load());
    complete("xs-nanmen-office", NOMINATE_STAFF, nomination(5, 2));
    assertThat(waitsFor("xs-construction", SUPPORT_SELECTION)).isTrue();
    assertThat(waitsFor("xs-civil-affairs", SUPPORT_SELECTION)).isFalse();
  }

  private void refuseCertificates(String user, Team team, List<String> accounts, String number) {
    assertThatThrownBy(() -> complete(user, ISSUE_CERTIFICATES, certificates(team, accounts)))
        .isInstanceOf(TaskRefused.class)
        .hasMessageContaining(number);
  }

  private void certify(Team team, List<String> accounts) {
    complete("hc-songyu-office", ESTIMATE_LOAD, load());
    complete(
        "hc-songyu-office", NOMINATE_STAFF, nomination(team.enumerators(), team.supervisors()));
    complete("hc-office-1", REVIEW_SELECTION, Map.of("decision", "approve"));
    exam(team, team);
    complete("hc-office-2", ISSUE_CERTIFICATES, certificates(team, accounts));
  }

  private void exam(Team trained, Team passed) {
    complete("hc-office-1", TRAIN_STAFF, training(trained.enumerators(), trained.supervisors()));
    complete(
        "hc-office-1",
        EXAMINE_STAFF,
        Map.of(
            "passedEnumerators", passed.enumerators(), "passedSupervisors", passed.supervisors()));
  }

  /** 660 households at 80 each need nine enumerators, and those two supervisors. */
  private static Map<String, Object> load() {
    return Map.of(
        "communityCount", 2,
        "blockCount", 8,
        "householdCount", 660,
        "personCount", 1900,
        "loadSource", "mapping");
  }

  private static Map<String, Object> nomination(int enumerators, int supervisors) {
    Map<String, Object> form = new HashMap<>();
    form.put("enumeratorsSelected", enumerators);
    form.put("supervisorsSelected", supervisors);
    form.put("fromCadres", supervisors);
    form.put("fromGridWorkers", enumerators);
    for (String none :
        List.of(
            "fromFirms",
            "fromTeachers",
            "fromStudents",
            "fromPropertyStaff",
            "fromVolunteers",
            "fromSeconded")) {
      form.put(none, 0);
    }
    return form;
  }

  private static Map<String, Object> training(int enumerators, int supervisors) {
    return Map.of(
        "trainedEnumerators",
        enumerators,
        "trainedSupervisors",
        supervisors,
        "trainingHours",
        16,
        "practiceDone",
        true,
        "trainingEffect",
        "样例");
  }

  private static Map<String, Object> certificates(Team team, List<String> accounts) {
    return Map.of(
        "certifiedEnumerators", team.enumerators(),
        "certifiedSupervisors", team.supervisors(),
        "certifiedAccounts", list(accounts),
        "certificatesNumbered", true);
  }

  private static Map<String, Object> withdrawal(int enumerators) {
    return Map.of(
        "withdrawnEnumerators",
        enumerators,
        "withdrawnSupervisors",
        0,
        "withdrawnAccounts",
        list(List.of("hc-songyu-enumerator-1")),
        "withdrawCause",
        "样例原因");
  }

  private static Map<String, Object> offer() {
    return Map.of("offeredStaff", 3, "offerNote", "样例来源");
  }

  private static Object list(List<String> accounts) {
    return Spin.JSON(accounts.isEmpty() ? "[]" : "[\"" + String.join("\",\"", accounts) + "\"]");
  }
}
