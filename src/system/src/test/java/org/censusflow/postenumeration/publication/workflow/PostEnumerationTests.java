package org.censusflow.postenumeration.publication.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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
    String work = start("PostEnumeration", Map.of());
    assertThat(variable("Task_ProcessData", "registeredFigures"))
        .asString()
        .contains("住户 5 户", "居住在本区 5 人");
    complete("hc-lead", "Task_RecordSample", noSample());
    refused("hc-office-1", "Task_ProcessData", processing(3, 4, 0), "CF-E914");
    complete("hc-office-1", "Task_ProcessData", processing(4, 4, 4));
    confirmAll("agree");
    complete("hc-lead", "Task_ConfirmData", approved());
    release();
    complete("hc-office-1", "Task_CatalogueMaterial", catalogue());
    Map<String, Object> summary = summary();
    summary.put("dataNotUsed", false);
    refused("hc-office-1", "Task_DraftSummary", summary, "CF-E110");
    complete("hc-office-1", "Task_DraftSummary", summary());
    complete("hc-leading-1", "Task_DecideSummary", approved());

    assertThat(ended(work)).isTrue();
    assertThat(openTasks()).containsExactly("Task_HandOverArchive");
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("Retention")
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
    String work = start("PostEnumeration", Map.of());
    complete("hc-office-1", "Task_ProcessData", processing(4, 4, 4));
    assertThat(
            tasks
                .createTaskQuery()
                .taskDefinitionKey("Task_ConfirmFigures")
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
                .taskDefinitionKey("Task_ConfirmFigures")
                .processVariableValueLike("figuresReminder", "%期限%")
                .count())
        .isEqualTo(4);
    complete("hc-xinyang-office", "Task_ConfirmFigures", figures("dispute"));
    complete("hc-songyu-office", "Task_ConfirmFigures", figures("agree"));
    complete("hc-haicang-office", "Task_ConfirmFigures", figures("agree"));
    complete("hc-dongfu-office", "Task_ConfirmFigures", figures("agree"));
    assertThat(variable("Task_ProcessData", "returnReason")).isEqualTo("街道有异议。新阳街道：少一户");
    assertThat(
            text(
                "select answered_by from subdistrict_figure where process_key = ? and not agrees",
                work))
        .isEqualTo("hc-xinyang-office");

    complete("hc-office-1", "Task_ProcessData", processing(4, 4, 4));
    confirmAll("agree");
    complete("hc-lead", "Task_ConfirmData", returned("编码不全"));
    assertThat(variable("Task_ProcessData", "returnReason")).isEqualTo("编码不全");
  }

  private void confirmAll(String decision) {
    for (String subdistrict : new String[] {"haicang", "songyu", "xinyang", "dongfu"}) {
      complete("hc-" + subdistrict + "-office", "Task_ConfirmFigures", figures(decision));
    }
  }

  private void release() {
    complete(
        "hc-office-1",
        "Task_DraftRelease",
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
    complete("hc-office-2", "Task_CheckDisclosure", approved());
    complete("hc-lead", "Task_ApproveRelease", approved());
    complete(
        "hc-office-1",
        "Task_SubmitRelease",
        form("submittedTo", "市统计局", "submissionNumber", "报1号", "submittedOn", "2020-12-14"));
    complete(
        "hc-office-1",
        "Task_RecordHigherDecision",
        form(
            "higherDecision", "approve",
            "higherNumber", "复1号",
            "higherOn", "2020-12-14",
            "embargoAt", "2021-05-21T10:00+08:00"));
    at("2021-05-21T02:00:00Z");
    complete(
        "hc-office-1",
        "Task_ConfirmRelease",
        form("releaseChannels", "网站", "releaseFault", "none"));
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
