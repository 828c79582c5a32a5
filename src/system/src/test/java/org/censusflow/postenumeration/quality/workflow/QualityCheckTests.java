package org.censusflow.postenumeration.quality.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.governance.MatterFollowUpProcess.*;
import static org.censusflow.base.process.governance.ViolationProcess.*;
import static org.censusflow.base.process.postenumeration.QualityCheckProcess.*;
import static org.censusflow.base.process.postenumeration.SampleBlockCheckProcess.*;
import static org.censusflow.base.process.postenumeration.SampleBlockFindingsProcess.*;

import java.util.List;
import java.util.Map;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.process.postenumeration.QualityCheckProcess;
import org.censusflow.postenumeration.publication.PostEnumerationScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class QualityCheckTests extends PostEnumerationScene {

  private static final String BLOCK = "350205002001001";

  @Autowired private AuditTrail audit;

  @BeforeEach
  void aBlockIsRegistered() {
    newCensus();
    register("songyu", BLOCK, 3);
  }

  @Test
  void aBlockIsCountedByPeopleWhoHadNoPartInItAndKnowNoneOfItsAnswers() {
    audit.record("hc-office-2", "haicang", "recheck.verify", "block", CENSUS + "/" + BLOCK);
    sampled();
    assertThat(variable(NAME_TEAM, "checkerOptions"))
        .asString()
        .contains("hc-office-1", "hc-public-security", "hc-xinyang-supervisor-1")
        .doesNotContain("hc-office-2", "songyu");
    refused("hc-lead", NAME_TEAM, team("hc-office-1", "hc-office-2"), "CF-E904");
    refused("hc-lead", NAME_TEAM, team("hc-songyu-supervisor-1", "hc-office-1"), "CF-E904");
    refused("hc-lead", NAME_TEAM, team("hc-office-1"), "CF-E904");
    Map<String, Object> late = team("hc-office-1", "hc-public-security");
    late.put("visitOn", "2020-12-01");
    refused("hc-lead", NAME_TEAM, late, "CF-E905");
    complete("hc-lead", NAME_TEAM, team("hc-office-1", "hc-public-security"));

    assertThat(variable(RE_ENUMERATE, "censusPersons")).isNull();
    refused("hc-public-security-2", RE_ENUMERATE, count(3), "CF-E132");
    audit.record("hc-office-1", "haicang", "recheck.review", "block", CENSUS + "/" + BLOCK);
    refused("hc-office-1", RE_ENUMERATE, count(3), "CF-E907");
    complete("hc-public-security", RE_ENUMERATE, count(3));
    refused("hc-public-security", COUNTERSIGN_COUNT, approved(), "CF-E131");
  }

  @Test
  void theRegistrationsAreCountedOnlyOnceTheCountIsSealed() {
    counted(3);
    assertThat(variable(COMPARE_COUNT, "censusPersons")).isEqualTo(3);
    refused("hc-office-1", COMPARE_COUNT, comparison(3, 0, 0, 0), "CF-E131");
    refused("hc-office-2", COMPARE_COUNT, comparison(2, 0, 0, 0), "CF-E908");
    complete("hc-office-2", COMPARE_COUNT, comparison(3, 0, 0, 0));

    refused("hc-office-1", PREPARE_MATERIAL, form("materialText", "本区漏登率为0.1‰"), "CF-E910");
    complete("hc-office-1", PREPARE_MATERIAL, form("materialText", "如实上报，不推算漏登率。"));
    refused("hc-lead", REVIEW_MATERIAL, form("decision", ""), "CF-E110");
    complete("hc-lead", REVIEW_MATERIAL, approved());
    Map<String, Object> material = material("2090-01-01");
    refused("hc-office-1", HAND_OVER_MATERIAL, material, "CF-E903");
    complete("hc-office-1", HAND_OVER_MATERIAL, material("2020-12-14"));

    assertThat(openTasks()).isEmpty();
    assertThat(
            text(
                "select status || ' ' || sample_level || ' ' || sample_document || ' ' || material_number from quality_check"))
        .isEqualTo("HANDED_OVER national 抽1号 材1号");
    assertThat(text("select status || ' ' || comparison_origin from sample_block"))
        .isEqualTo("AGREED ENTRY");
    assertThat(text("select count(*) from person_version")).isEqualTo("3");
  }

  @Test
  void differencesAreClearedUpOrBecomeFindingsThatAreFollowedToTheEnd() {
    counted(4);
    complete("hc-office-2", COMPARE_COUNT, comparison(3, 0, 1, 1));
    complete("hc-office-2", COMPARE_COUNT, comparison(3, 0, 1, 0));
    complete("hc-office-2", RECORD_CHECK_FINDING, finding("registration-quality", "yes"));
    complete("hc-office-2", RECORD_CHECK_FINDING, finding("interference", "no"));
    assertThat(openTasks()).contains(REPORT_MATTER, SCREEN_REPORT);
    completeFirst("hc-songyu-office", REPORT_MATTER, form("matterReport", "已整改"));
    complete("hc-office-1", CONFIRM_MATTER, approved());
    complete("hc-songyu-office", REPORT_MATTER, form("matterReport", "已整改"));
    complete("hc-office-1", CONFIRM_MATTER, approved());
    assertThat(variable(PREPARE_MATERIAL, "checkSummary"))
        .asString()
        .contains("只在调查 1 人", "问题 2 项");
    assertThat(text("select count(*) from person_version")).isEqualTo("3");
  }

  @Test
  void onlyTheHigherOfficeNamesBlocksAndOnlyOnesThatExist() {
    String check = start(QualityCheckProcess.KEY, Map.of());
    refused("hc-lead", RECORD_SAMPLE, sample("yes", "350205002001009"), "CF-E902");
    refused("hc-lead", RECORD_SAMPLE, sample("yes", ""), "CF-E110");
    Map<String, Object> future = sample("no", null);
    future.put("sampleIssuedOn", "2090-01-01");
    refused("hc-lead", RECORD_SAMPLE, future, "CF-E903");
    complete("hc-lead", RECORD_SAMPLE, sample("no", null));
    assertThat(ended(check)).isTrue();
    assertThat(text("select status from quality_check")).isEqualTo("NOT_SAMPLED");
  }

  @Test
  void aLateTeamIsRemindedAndALateCheckUrged() {
    sampled();
    complete("hc-lead", NAME_TEAM, team("hc-office-1", "hc-public-security"));
    days(60);
    assertThat(variable(RE_ENUMERATE, "checkReminder")).asString().contains("期限");
    assertThat(variable(URGE_CHECK, "lateBlocks")).isEqualTo(BLOCK);
    complete("hc-lead", URGE_CHECK, form("urgeMeasure", "call", "urgeNote", "已联系"));
    assertThat(openTasks()).containsExactly(RE_ENUMERATE);
  }

  private void sampled() {
    start(QualityCheckProcess.KEY, Map.of());
    complete("hc-lead", RECORD_SAMPLE, sample("yes", BLOCK));
  }

  private void counted(int persons) {
    sampled();
    complete("hc-lead", NAME_TEAM, team("hc-office-1", "hc-public-security"));
    complete("hc-office-1", RE_ENUMERATE, count(persons));
    complete("hc-xinyang-supervisor-1", COUNTERSIGN_COUNT, approved());
  }

  private static Map<String, Object> sample(String drawn, String blocks) {
    Map<String, Object> form =
        form(
            "sampleLevel", "national",
            "sampleIssuer", "样例机关",
            "sampleDocument", "抽1号",
            "sampleIssuedOn", "2020-12-10",
            "blocksDrawn", drawn);
    if (blocks != null) {
      form.put("sampleBlocks", blocks);
    }
    return form;
  }

  private static Map<String, Object> team(String... checkers) {
    return form(
        "checkLeader",
        "hc-xinyang-supervisor-1",
        "checkers",
        List.of(checkers),
        "visitOn",
        "2020-12-15");
  }

  private static Map<String, Object> count(int persons) {
    return form(
        "checkHouseholds", 3, "checkPersons", persons, "checkRefusals", 0, "countSource", "样例册");
  }

  private static Map<String, Object> comparison(
      int matched, int onlyCensus, int onlyCheck, int unresolved) {
    return form(
        "matchedPersons", matched,
        "onlyCensus", onlyCensus,
        "onlyCheck", onlyCheck,
        "unresolvedPersons", unresolved,
        "comparisonSource", "样例清单");
  }

  private static Map<String, Object> finding(String type, String further) {
    return form(
        "findingTitle", "漏户", "findingType", type, "findingText", "补登", "furtherFindings", further);
  }

  private static Map<String, Object> material(String on) {
    return form(
        "materialReceiver", "样例机关", "materialNumber", "材1号", "materialOn", on, "noOwnRate", true);
  }
}
