package org.censusflow.postenumeration.publication.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.base.process.postenumeration.PostEnumerationProcess.*;
import static org.censusflow.base.process.postenumeration.PublicationProcess.*;
import static org.censusflow.base.process.postenumeration.QualityCheckProcess.*;
import static org.censusflow.base.process.postenumeration.RetentionProcess.*;

import java.util.Map;
import org.censusflow.base.process.postenumeration.PostEnumerationProcess;
import org.censusflow.base.process.postenumeration.RetentionProcess;
import org.censusflow.postenumeration.publication.PostEnumerationScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostEnumerationTests extends PostEnumerationScene {

  @BeforeEach
  void twoBlocksAreRegistered() {
    newCensus();
    register("songyu", "350205002001001", 3);
    register("xinyang", "350205003001001", 2);
  }

  @Test
  void theCensusIsSummedUpReleasedAndHandedOverToRetention() {
    String work = start(PostEnumerationProcess.KEY, Map.of());
    assertThat(variable(PROCESS_DATA, "registeredFigures"))
        .asString()
        .contains("住户 5 户", "居住在本区 5 人");
    complete("hc-lead", RECORD_SAMPLE, noSample());
    refused("hc-office-1", PROCESS_DATA, processing(3, 4, 0), "CF-E914");
    complete("hc-office-1", PROCESS_DATA, processing(4, 4, 4));
    confirmAll("agree");
    complete("hc-lead", CONFIRM_DATA, approved());
    release();
    complete("hc-office-1", CATALOGUE_MATERIAL, catalogue());
    Map<String, Object> summary = summary();
    summary.put("dataNotUsed", false);
    refused("hc-office-1", DRAFT_SUMMARY, summary, "CF-E110");
    complete("hc-office-1", DRAFT_SUMMARY, summary());
    complete("hc-leading-1", DECIDE_SUMMARY, approved());

    assertThat(ended(work)).isTrue();
    assertThat(openTasks()).containsExactly(HAND_OVER_ARCHIVE);
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(RetentionProcess.KEY)
                .singleResult()
                .getBusinessKey())
        .isEqualTo(CENSUS);
    assertThat(
            text(
                "select persons_here || ' ' || coding_done || ' ' || confirmed_by || ' ' || decided_by from post_enumeration where process_key = ?",
                work))
        .isEqualTo("5 4 hc-lead hc-leading-1");
  }

  @Test
  void aSubdistrictSeesItsOwnFiguresAndMayDisputeThem() {
    String work = start(PostEnumerationProcess.KEY, Map.of());
    complete("hc-office-1", PROCESS_DATA, processing(4, 4, 4));
    assertThat(
            tasks
                .createTaskQuery()
                .taskDefinitionKey(CONFIRM_FIGURES)
                .taskCandidateGroup("haicang-xinyang-office")
                .list())
        .singleElement()
        .satisfies(
            task ->
                assertThat(tasks.getVariable(task.getId(), "subdistrictFigures"))
                    .asString()
                    .contains("新阳街道", "居住在本区 2 人"));
    days(10);
    assertThat(
            tasks
                .createTaskQuery()
                .taskDefinitionKey(CONFIRM_FIGURES)
                .processVariableValueLike("figuresReminder", "%期限%")
                .count())
        .isEqualTo(4);
    complete("hc-xinyang-office", CONFIRM_FIGURES, figures("dispute"));
    complete("hc-songyu-office", CONFIRM_FIGURES, figures("agree"));
    complete("hc-haicang-office", CONFIRM_FIGURES, figures("agree"));
    complete("hc-dongfu-office", CONFIRM_FIGURES, figures("agree"));
    assertThat(variable(PROCESS_DATA, "returnReason")).isEqualTo("街道有异议。新阳街道：少一户");
    assertThat(
            text(
                "select answered_by from subdistrict_figure where process_key = ? and not agrees",
                work))
        .isEqualTo("hc-xinyang-office");

    complete("hc-office-1", PROCESS_DATA, processing(4, 4, 4));
    confirmAll("agree");
    complete("hc-lead", CONFIRM_DATA, returned("编码不全"));
    assertThat(variable(PROCESS_DATA, "returnReason")).isEqualTo("编码不全");
  }

  private void confirmAll(String decision) {
    for (String subdistrict : new String[] {"haicang", "songyu", "xinyang", "dongfu"}) {
      complete("hc-" + subdistrict + "-office", CONFIRM_FIGURES, figures(decision));
    }
  }

  private void release() {
    complete(
        "hc-office-1",
        DRAFT_RELEASE,
        form(
            "releaseTitle", "样例公报",
            "releaseText", "样例",
            "populationTotal", 5,
            "figureSource", "样例",
            "tableKind", "counts",
            "areaLevel", "district",
            "smallestCell", 5,
            "methodNote", "样例",
            "embargoAt", "2021-05-21T10:00+08:00"));
    complete("hc-office-2", CHECK_DISCLOSURE, approved());
    complete("hc-lead", APPROVE_RELEASE, approved());
    complete(
        "hc-office-1",
        SUBMIT_RELEASE,
        form("submittedTo", "市统计局", "submissionNumber", "报1号", "submittedOn", "2020-12-14"));
    complete(
        "hc-office-1",
        RECORD_HIGHER_DECISION,
        form(
            "higherDecision", "approve",
            "higherNumber", "复1号",
            "higherOn", "2020-12-14",
            "embargoAt", "2021-05-21T10:00+08:00"));
    at("2021-05-21T02:00:00Z");
    complete("hc-office-1", CONFIRM_RELEASE, form("releaseChannels", "网站", "releaseFault", "none"));
  }

  private static Map<String, Object> noSample() {
    return form(
        "sampleLevel", "national",
        "sampleIssuer", "样例机关",
        "sampleDocument", "抽1号",
        "sampleIssuedOn", "2020-12-10",
        "blocksDrawn", "no");
  }

  private static Map<String, Object> processing(int due, int done, int checked) {
    return form(
        "codingDue",
        due,
        "codingDone",
        done,
        "codingChecked",
        checked,
        "faultsLeft",
        0,
        "processingSource",
        "样例批次",
        "processingNote",
        "无");
  }

  private static Map<String, Object> figures(String decision) {
    return form("figuresDecision", decision, "figuresReason", "少一户");
  }

  private static Map<String, Object> catalogue() {
    return form(
        "volumesPermanent", 1,
        "volumesSummary", 2,
        "volumesPersonal", 3,
        "paperForms", 0,
        "catalogueNumber", "目1号");
  }

  private static Map<String, Object> summary() {
    return form(
        "summaryText",
        "样例总结",
        "commendedUnits",
        2,
        "commendedStaff",
        10,
        "commendationBasis",
        "到岗和培训",
        "dataNotUsed",
        true);
  }
}
