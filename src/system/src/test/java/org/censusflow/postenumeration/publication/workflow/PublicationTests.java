package org.censusflow.postenumeration.publication.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.censusflow.base.process.postenumeration.PublicationProcess.*;

import java.util.Map;
import org.censusflow.base.access.StepsMissing;
import org.censusflow.base.process.postenumeration.PublicationProcess;
import org.censusflow.postenumeration.publication.PostEnumerationScene;
import org.censusflow.postenumeration.publication.Release;
import org.censusflow.postenumeration.publication.Releases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PublicationTests extends PostEnumerationScene {

  @Autowired private Releases releases;

  @BeforeEach
  void nothingIsReleased() {
    newCensus();
    jdbc.sql("delete from data_release_event").update();
    jdbc.sql("delete from data_release").update();
  }

  @Test
  void figuresArePublicAtTheApprovedMinuteAndNotBefore() {
    String publication = planned("communique");
    submitted();
    complete("hc-office-1", RECORD_HIGHER_DECISION, answer("approve"));

    at("2021-05-21T01:59:00Z");
    assertThat(releases.released("haicang")).isEmpty();
    assertThatThrownBy(() -> releases.release(publication))
        .isInstanceOf(IllegalStateException.class);
    at("2021-05-21T02:00:00Z");
    assertThat(releases.released("haicang"))
        .extracting(Release::title, Release::releasedAt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "样例公报", java.time.Instant.parse("2021-05-21T02:00:00Z")));
    assertThat(releases.released("xiangshan")).isEmpty();
    complete("hc-office-1", CONFIRM_RELEASE, confirmed("none"));
    assertThat(ended(publication)).isTrue();
  }

  @Test
  void nobodyReleasesWhatTheNextHigherOfficeHasNotApproved() {
    String publication = planned("communique");
    submitted();
    at("2021-06-30T00:00:00Z");
    assertThatThrownBy(() -> releases.release(publication))
        .isInstanceOf(IllegalStateException.class);
    assertThat(variable(RECORD_HIGHER_DECISION, "higherReminder")).asString().contains("催问");

    complete("hc-office-1", RECORD_HIGHER_DECISION, answer("return"));
    assertThat(variable(DRAFT_RELEASE, "returnReason")).isEqualTo("口径不清");
    submitted();
    complete("hc-office-1", RECORD_HIGHER_DECISION, answer("refuse"));
    assertThat(ended(publication)).isTrue();
    assertThat(releases.released("haicang")).isEmpty();
    assertThat(text("select status from data_release where process_key = ?", publication))
        .isEqualTo("REFUSED");
  }

  @Test
  void whoDraftsNeitherChecksNorApproves() {
    planned("communique");
    refused("hc-office-1", DRAFT_RELEASE, draft("2020-12-01T10:00+08:00", 5), "CF-E911");
    complete("hc-office-1", DRAFT_RELEASE, draft("2021-05-21T10:00+08:00", 5));
    refused("hc-office-1", CHECK_DISCLOSURE, approved(), "CF-E131");
    complete("hc-office-2", CHECK_DISCLOSURE, returned("地域太细"));
    complete("hc-office-2", DRAFT_RELEASE, draft("2021-05-21T10:00+08:00", 5));
    complete("hc-office-1", CHECK_DISCLOSURE, approved());
    complete("hc-lead", APPROVE_RELEASE, returned("补充口径"));
    assertThat(variable(DRAFT_RELEASE, "returnReason")).isEqualTo("补充口径");
  }

  @Test
  void smallFiguresAndAnOmissionRateOfOnesOwnComeBack() {
    planned("tables");
    complete("hc-office-1", DRAFT_RELEASE, draft("2021-05-21T10:00+08:00", 4));
    assertThat(variable(DRAFT_RELEASE, "returnReason")).asString().contains("小于 5");
    Map<String, Object> inText = draft("2021-05-21T10:00+08:00", 9);
    inText.put("releaseText", "本区漏登率为 0.05%");
    refused("hc-office-1", DRAFT_RELEASE, inText, "CF-E915");
    Map<String, Object> rate = draft("2021-05-21T10:00+08:00", 9);
    rate.put("tableKind", "coverage");
    complete("hc-office-1", DRAFT_RELEASE, rate);
    assertThat(variable(DRAFT_RELEASE, "returnReason")).asString().contains("漏登率");
  }

  /** The decision goes by what stands in the tables, not by what the officer typed. */
  @Test
  void theSmallestFigureOfATableIsFoundByTheProgram() {
    planned("tables");
    Map<String, Object> draft = draft("2021-05-21T10:00+08:00", 20);
    draft.put(
        "releaseText", "| 地区 | 合计 | 男 | 女 |\n| --- | --- | --- | --- |\n| 甲 | 41 | 20 | 20 |");
    refused("hc-office-1", PublicationProcess.DRAFT_RELEASE, draft, "CF-E918");
    draft.put("releaseText", "| 地区 | 合计 | 男 | 女 |\n| --- | --- | --- | --- |\n| 甲 | 43 | 40 | 3 |");
    refused("hc-office-1", PublicationProcess.DRAFT_RELEASE, draft, "CF-E919");
    draft.put("smallestCell", 3);
    complete("hc-office-1", PublicationProcess.DRAFT_RELEASE, draft);
    assertThat(variable(PublicationProcess.DRAFT_RELEASE, "returnReason"))
        .asString()
        .contains("小于 5");
  }

  @Test
  void aPopulationOtherThanTheRegistrationsIsExplained() {
    planned("communique");
    Map<String, Object> draft = draft("2021-05-21T10:00+08:00", 5);
    draft.put("populationTotal", 7);
    draft.remove("populationNote");
    refused("hc-office-1", DRAFT_RELEASE, draft, "CF-E110");
  }

  @Test
  void whatWasWrongIsCorrectedByAReleaseThatIsApprovedAsWell() {
    planned("communique");
    submitted();
    complete("hc-office-1", RECORD_HIGHER_DECISION, answer("approve"));
    at("2021-05-21T03:00:00Z");
    complete("hc-office-1", CONFIRM_RELEASE, confirmed("fault"));

    Map<String, Object> draft = draft("2021-06-01T10:00+08:00", 5);
    draft.put("releaseTitle", "更正公报");
    draft.put("correctionText", "户数");
    draft.put("correctsRelease", "999999");
    refused("hc-office-1", DRAFT_RELEASE, draft, "CF-E913");
    Release wrong = releases.released("haicang").get(0);
    draft.put("correctsRelease", Long.toString(wrong.number()));
    complete("hc-office-1", DRAFT_RELEASE, draft);
    checkedAndSubmitted("2021-05-21");
    Map<String, Object> answer = answer("approve");
    answer.put("higherOn", "2021-05-21");
    answer.put("embargoAt", "2021-06-01T10:00+08:00");
    complete("hc-office-1", RECORD_HIGHER_DECISION, answer);
    assertThat(releases.released("haicang")).hasSize(1);
    at("2021-06-01T02:00:00Z");

    assertThat(releases.released("haicang"))
        .extracting(Release::title)
        .containsExactly("更正公报", "样例公报");
    assertThat(releases.released("haicang").get(0).corrects()).isEqualTo(wrong.number());
    assertThat(releases.released("haicang").get(1).correctedBy())
        .isEqualTo(releases.released("haicang").get(0).number());
  }

  @Test
  void aReleaseThatIsBegunInItsMiddleIsRefusedByItsOwnTable() {
    String publication =
        runtime
            .createProcessInstanceByKey(PublicationProcess.KEY)
            .setVariable("district", "haicang")
            .setVariable("releaseKind", "communique")
            .setVariable("releaseText", "没有人审核的正文")
            .setVariable("embargoAt", "2020-12-14T10:00+08:00")
            .startBeforeActivity(REGISTER_RELEASE)
            .startBeforeActivity(SUBMIT_RELEASE)
            .execute()
            .getId();
    runtime
        .createProcessInstanceModification(publication)
        .cancelAllForActivity(DRAFT_RELEASE)
        .execute();
    at("2020-12-14T01:01:00Z");

    Map<String, Object> submission =
        form("submittedTo", "上一级统计机构", "submissionNumber", "报1号", "submittedOn", "2020-12-14");
    assertThatThrownBy(() -> complete("hc-office-1", SUBMIT_RELEASE, submission))
        .hasStackTraceContaining("CF-E161");
    jdbc.sql("update data_release set status = 'APPROVED', release_at = planned_at").update();
    assertThatThrownBy(() -> releases.release(publication)).isInstanceOf(StepsMissing.class);
    assertThat(releases.released("haicang")).isEmpty();
  }

  @Test
  void theReleaseKeepsWhoDraftedCheckedAndApproved() {
    String publication = planned("communique");
    submitted();
    assertThat(
            text(
                "select drafted_by || ' ' || checked_by || ' ' || approved_by from data_release where process_key = ?",
                publication))
        .isEqualTo("hc-office-1 hc-office-2 hc-lead");
  }

  private String planned(String kind) {
    return start(
        "hc-office-1", PublicationProcess.KEY, form("releaseKind", kind, "releaseTitle", "样例公报"));
  }

  private void submitted() {
    complete("hc-office-1", DRAFT_RELEASE, draft("2021-09-21T10:00+08:00", 5));
    checkedAndSubmitted("2020-12-14");
  }

  private void checkedAndSubmitted(String on) {
    complete("hc-office-2", CHECK_DISCLOSURE, approved());
    complete("hc-lead", APPROVE_RELEASE, approved());
    Map<String, Object> submission =
        form("submittedTo", "上一级统计机构", "submissionNumber", "报1号", "submittedOn", "2090-01-01");
    refused("hc-office-1", SUBMIT_RELEASE, submission, "CF-E912");
    submission.put("submittedOn", on);
    complete("hc-office-1", SUBMIT_RELEASE, submission);
  }

  private static Map<String, Object> draft(String embargo, int smallest) {
    return form(
        "releaseTitle", "样例公报",
        "releaseText", "样例正文",
        "populationTotal", 0,
        "figureSource", "样例来源",
        "tableKind", "counts",
        "areaLevel", "subdistrict",
        "smallestCell", smallest,
        "methodNote", "样例口径",
        "embargoAt", embargo);
  }

  private static Map<String, Object> answer(String decision) {
    return form(
        "higherDecision", decision,
        "higherReason", "口径不清",
        "higherNumber", "复1号",
        "higherOn", "2020-12-14",
        "embargoAt", "2021-05-21T10:00+08:00");
  }

  private static Map<String, Object> confirmed(String fault) {
    return form("releaseChannels", "网站", "releaseFault", fault, "faultText", "户数有误");
  }
}
