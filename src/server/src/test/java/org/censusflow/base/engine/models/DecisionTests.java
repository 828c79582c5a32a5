package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTests extends ModelScene {

  /** A person whom the census and the household register agree on. */
  private static final Map<String, Object> AGREED =
      Map.of(
          "census", "here",
          "register", "household",
          "death", "none",
          "born", "before",
          "idNumber", "valid",
          "attribute", "same",
          "residence", "paired",
          "student", "no",
          "form", "right",
          "place", "right");

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "'', ''",
    "census=none, D01 enumerator supervisor",
    "census=none death=after, D01 enumerator supervisor",
    "census=none death=before, ''",
    "census=none born=after, ''",
    "census=none register=birth, D02 enumerator supervisor",
    "census=none register=birth born=after, ''",
    "census=none register=birth death=before, ''",
    "death=before, D03 supervisor subdistrict",
    "census=duplicate death=before, D03 supervisor subdistrict",
    "census=duplicate, D04 enumerator subdistrict",
    "census=absent residence=unpaired, D05 office office",
    "residence=unpaired, D05 office office",
    "residence=n/a, ''",
    "attribute=differs, D06 enumerator supervisor",
    "idNumber=missing, D07 enumerator supervisor",
    "idNumber=conflict, D07 enumerator supervisor",
    "born=after, D08 supervisor subdistrict",
    "student=boarding-twice census=duplicate, D09 enumerator subdistrict",
    "student=boarding-twice, D09 enumerator subdistrict",
    "student=home, ''",
    "census=none register=insured, D10 community subdistrict",
    "census=none register=student, D10 community subdistrict",
    "census=none register=none, ''",
    "form=wrong idNumber=missing, D11 supervisor subdistrict",
    "place=wrong-block, D12 subdistrict office",
    "register=none, ''"
  })
  void aPatternFallsIntoItsClass(String changes, String expected) {
    assertThat(classes(changes)).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void onePatternMayFallIntoSeveralClasses() {
    assertThat(classes("attribute=differs idNumber=invalid place=wrong-block"))
        .containsExactly(
            "D06 enumerator supervisor", "D07 enumerator supervisor", "D12 subdistrict office");
  }

  private static List<String> classes(String changes) {
    Map<String, Object> pattern = new HashMap<>(AGREED);
    for (String change : changes.isEmpty() ? new String[0] : changes.split(" ")) {
      String[] parts = change.split("=");
      assertThat(pattern).containsKey(parts[0]);
      pattern.put(parts[0], parts[1]);
    }
    return decide("DifferenceClass", pattern).getResultList().stream()
        .map(row -> row.get("class") + " " + row.get("verifier") + " " + row.get("reviewer"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0.0, true, 各项指标达到验收标准",
    "0, 0, 0, 1.0, true, 各项指标达到验收标准",
    "1, 1, 1, 9.0, false, 有部门的资料未交付",
    "0, 1, 1, 9.0, false, 有部门未签认比对数字",
    "0, 0, 1, 9.0, false, 有小区未完成复查",
    "0, 0, 0, 1.1, false, 未办结差异的占比超过上限"
  })
  void acceptanceNamesTheFirstFigureThatFails(
      int missing, int unsigned, int returned, double open, boolean accepted, String reason) {
    Map<String, Object> figures =
        Map.of(
            "missingDeliveries", missing,
            "unsignedFigures", unsigned,
            "returnedBlocks", returned,
            "openShare", open,
            "openShareLimit", 1.0);
    assertThat(decide("AcceptanceGate", figures).getSingleResult().getEntryMap())
        .isEqualTo(Map.of("accepted", accepted, "acceptanceReason", reason));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, true, '按时足额，专款专用'",
    "0, 0, 3, true, '足额到位，但不按时'",
    "0, 1, 3, false, 没有足额到位",
    "1, 1, 3, false, 没有专款专用"
  })
  void fundsAreInOrderWhenTheyCameInFullAndServedTheCensus(
      long misused, long shortfall, int daysLate, boolean inOrder, String finding) {
    assertThat(
            decide(
                    "FundsCheck",
                    Map.of("misused", misused, "shortfall", shortfall, "daysLate", daysLate))
                .getSingleResult()
                .getEntryMap())
        .isEqualTo(Map.of("inOrder", inOrder, "finding", finding));
  }

  @ParameterizedTest
  @CsvSource({
    "10, 2, 8, 9, 10, 2, 按小区测算",
    "10, 2, 12, 11, 12, 3, 按户数测算",
    "10, 2, 12, 12, 12, 3, 按户数测算",
    "10, 2, 11, 26, 26, 6, 按人数测算",
    "10, 2, 9, 11, 11, 3, 按人数测算",
    "10, 7, 8, 9, 10, 7, 按小区测算"
  })
  void theWorkloadDecidesHowManyPeopleASubdistrictNeeds(
      int blocks,
      int communities,
      int byHouseholds,
      int byPersons,
      int enumerators,
      int supervisors,
      String basis) {
    Map<String, Object> load =
        Map.of(
            "blockCount", blocks,
            "communityCount", communities,
            "byHouseholds", byHouseholds,
            "byPersons", byPersons,
            "teamSize", 5);
    assertThat(decide("StaffWorkload", load).getSingleResult().getEntryMap())
        .isEqualTo(
            Map.of(
                "enumeratorsNeeded", enumerators,
                "supervisorsNeeded", supervisors,
                "workloadBasis", basis));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0, certify",
    "0, 0, 1, certify",
    "2, 2, 0, resit",
    "2, 1, 0, replace",
    "2, 2, 1, replace"
  })
  void anExamIsSatAgainOnceIfThatCanHelp(int missing, int failed, int sittings, String outcome) {
    Map<String, Object> exam = Map.of("missing", missing, "failed", failed, "sittings", sittings);
    assertThat(decide("ExamOutcome", exam).getSingleResult().getEntryMap())
        .isEqualTo(Map.of("examOutcome", outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1, 100, 0, 0, return, 有小区没有报数，建议退回补报",
    "2, 0, 0, 0, 0, return, 没有户籍人口，建议退回核对",
    "2, 0, 100, 1, 99, return, 人户分离人口多于户籍人口和流动人口之和，建议退回核对",
    "2, 0, 100, 0, 51, explain, 应落未落和应销未销偏多，请先向公安了解原因",
    "0, 0, 100, 0, 50, explain, 普查小区尚未划定，只能按所报小区核对",
    "2, 0, 100, 0, 50, accept, 各小区报齐，数字相符"
  })
  void theGravestFaultOfARectificationIsNamedFirst(
      int known, int missing, int registered, int excess, int open, String result, String text) {
    Map<String, Object> counts =
        Map.of(
            "blocksKnown", known,
            "blocksMissing", missing,
            "registeredPersons", registered,
            "separatedExcess", excess,
            "openPerMille", open);
    assertThat(decide("RectificationCheck", counts).getSingleResult().getEntryMap())
        .isEqualTo(Map.of("checkResult", result, "checkFinding", text));
  }

  @ParameterizedTest
  @CsvSource({
    "hk-macao-taiwan, taiwan-hk-macao:H1.10b, taiwan-hk-macao, public-security, foreign",
    "hk-macao-taiwan, public-security:X3.2.05e, public-security, '', foreign",
    "insured-taxpayers, tax:H1.19b, tax, social-security, short",
    "insured-taxpayers, social-security:X3.2.08, social-security, '', short",
    "armed-forces, justice:H1.13, '', '', none",
    "rural-households, agriculture:X3.2.12, agriculture, '', short",
    "rural-households, logistics:X3.2.12, '', '', short",
    "unheard-of, justice:H1.13, '', '', short"
  })
  void theDutiesOfADistrictSayWhoAnswersForAPopulation(
      String kind, String duty, String unit, String assisting, String form) {
    Map<String, Object> variables = Map.of("kind", kind, "duties", " " + duty + " ");
    assertThat(decide("SpecialPopulationDuty", variables).getSingleResult().getEntryMap())
        .isEqualTo(
            Map.of(
                "responsibleUnit", unit,
                "assistingUnits", assisting,
                "handOver", kind.equals("armed-forces") ? "counts" : "registration",
                "censusForm", form));
  }

  @ParameterizedTest
  @CsvSource({
    "true, 1, 1, 1, 1, explain, 责任单位逾期未报",
    "false, 1, 1, 1, 1, explain, 有街道逾期未报",
    "false, 0, 1, 1, 1, explain, 有人员没有登记到",
    "false, 0, 0, 1, 1, explain, 登记人数少于责任单位掌握的人数",
    "false, 0, 0, 0, 1, explain, 街道所报人数多于普查登记的人数",
    "false, 0, 0, 0, 0, agreed, 人数衔接"
  })
  void figuresOfAPopulationAgreeOrNameTheFirstGap(
      boolean silent,
      int silentParts,
      int missed,
      int shortfall,
      int gap,
      String out,
      String text) {
    Map<String, Object> figures =
        Map.of(
            "unitSilent", silent,
            "silentSubdistricts", silentParts,
            "notReachedPersons", missed,
            "shortfall", shortfall,
            "registrationGap", gap);
    assertThat(decide("PopulationReconciliation", figures).getSingleResult().getEntryMap())
        .isEqualTo(Map.of("reconciliationOutcome", out, "reconciliationFinding", text));
  }

  @ParameterizedTest
  @CsvSource({
    "first, true, first",
    "second, false, second",
    "both, true, both",
    "none, true, both",
    "both, false, first",
    "none, false, first"
  })
  void aDisputedPlotIsCountedBySomebody(String administration, boolean residents, String side) {
    Map<String, Object> plot =
        Map.of("actualAdministration", administration, "residentsThere", residents);
    assertThat(decide("InterimCounting", plot).getSingleResult().<String>getEntry("interimSide"))
        .isEqualTo(side);
  }

  @ParameterizedTest
  @CsvSource({
    "students, daily, education",
    "births-deaths, daily, 'health,civil-affairs'",
    "boundary, major, 'civil-affairs,natural-resources'",
    "funds, major, finance",
    "other, daily, ''",
    "unheard-of, daily, ''"
  })
  void aTopicProposesLevelAndUnits(String topic, String level, String units) {
    assertThat(decide("PolicyRouting", Map.of("topic", topic)).getSingleResult().getEntryMap())
        .isEqualTo(Map.of("questionLevel", level, "proposedUnits", units));
  }

  /** Every topic that the asking form offers has a rule of its own, except the last: others. */
  @Test
  void everyTopicOfTheFormIsRouted() {
    String table = Models.text(Models.PROCESSES.resolve("governance/PolicyRouting.dmn"));
    String form = Models.text(Models.FORMS.resolve("governance/AskPolicyQuestion.form"));
    var rules = java.util.regex.Pattern.compile("<text>\"([a-z-]+)\"</text>\\s*</inputEntry>");
    List<String> topics = rules.matcher(table).results().map(match -> match.group(1)).toList();
    assertThat(topics).hasSize(14);
    assertThat(topics).allSatisfy(topic -> assertThat(form).contains('"' + topic + '"'));
  }

  @ParameterizedTest
  @CsvSource({
    "ordinary, 0, leads",
    "ordinary, 1, leads",
    "ordinary, 2, leading-group",
    "serious, 0, leading-group"
  })
  void aLateMatterIsUrgedByWhomItsGravityAsksFor(String severity, int returns, String level) {
    Map<String, Object> matter = Map.of("severity", severity, "returnCount", returns);
    assertThat(decide("EscalationLevel", matter).getSingleResult().getEntryMap())
        .isEqualTo(Map.of("escalationLevel", level));
  }

  @ParameterizedTest
  @CsvSource({
    "organisation, ordinary, rectification, false",
    "progress, ordinary, urgent-rectification, false",
    "registration-quality, serious, urgent-rectification, false",
    "funds, serious, rectification, false",
    "interference, serious, urgent-rectification, true",
    "leak, serious, urgent-rectification, true"
  })
  void aFindingIsRatedByItsKind(String type, String severity, String deadline, boolean refers) {
    assertThat(
            decide("FindingTreatment", Map.of("findingType", type)).getSingleResult().getEntryMap())
        .isEqualTo(
            Map.of(
                "severity", severity,
                "rectificationDeadline", deadline,
                "refersViolation", refers));
  }

  /** Whatever the form offers is rated: no kind falls through the table. */
  @Test
  void everyKindOfFindingOfTheFormIsRated() {
    String form = Models.text(Models.FORMS.resolve("governance/RecordFinding.form"));
    var values = java.util.regex.Pattern.compile("\"value\": \"([a-z-]+)\"");
    List<String> kinds =
        values
            .matcher(form.substring(0, form.indexOf("furtherFindings")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(kinds).hasSize(10);
    assertThat(kinds)
        .allSatisfy(
            kind -> assertThat(decide("FindingTreatment", Map.of("findingType", kind))).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "person, refuse, serious, correct, correct, 0",
    "person, obstruct, ordinary, correct, 'correct,police', 0",
    "person, leak, serious, police, 'correct,police', 0",
    "organisation, refuse, ordinary, correct, 'correct,fine', 100000",
    "organisation, interference, serious, fine, 'correct,fine', 500000",
    "official, interference, ordinary, discipline-inspection,"
        + " 'discipline-inspection,appointing-authority,organisation-department', 0",
    "official, misuse, serious, appointing-authority,"
        + " 'appointing-authority,discipline-inspection,organisation-department', 0",
    "census-staff, leak, serious, appointing-authority,"
        + " 'appointing-authority,discipline-inspection,police', 0",
    "census-staff, refuse, ordinary, appointing-authority,"
        + " 'correct,appointing-authority,discipline-inspection', 0"
  })
  void aViolationIsDisposedOfByWhoCommittedIt(
      String offender, String type, String gravity, String proposed, String allowed, int fine) {
    Map<String, Object> violation =
        Map.of("offenderKind", offender, "violationType", type, "gravity", gravity);
    var row = decide("Disposition", violation).getSingleResult();
    assertThat(row.<String>getEntry("proposedDisposition")).isEqualTo(proposed);
    assertThat(row.<String>getEntry("allowedDispositions")).isEqualTo(allowed);
    assertThat(row.<Integer>getEntry("fineLimit")).isEqualTo(fine);
    assertThat(row.<String>getEntry("dispositionBasis")).contains("第");
  }

  private static DmnDecisionTableResult decide(String decision, Map<String, Object> variables) {
    return engine()
        .getDecisionService()
        .evaluateDecisionTableByKey(decision)
        .variables(variables)
        .evaluate();
  }
}
