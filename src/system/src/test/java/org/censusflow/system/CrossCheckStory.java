package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.process.crosscheck.ClericalReviewProcess;
import org.censusflow.base.process.crosscheck.CrossCheckProcess;
import org.censusflow.base.process.crosscheck.CrossCheckRechecksProcess;
import org.censusflow.base.process.crosscheck.CrossCheckReportProcess;
import org.censusflow.base.process.crosscheck.RecordComparisonProcess;
import org.censusflow.base.process.crosscheck.RecordRequestProcess;
import org.censusflow.crosscheck.compare.CrossCheckRecord;
import org.censusflow.crosscheck.compare.Figures;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.delivery.Receipt;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.sample.SampleFiles;
import org.censusflow.sample.SampleScore;
import org.censusflow.sample.SampleScore.ClassScore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Sample staff carry a cross-check from the first request to the lead's signature. */
@TestPropertySource(properties = "censusflow.autopilot=true")
abstract class CrossCheckStory extends SystemTest {

  private static final String[] PROCESSES = {
    CrossCheckProcess.KEY,
    RecordComparisonProcess.KEY,
    CrossCheckRechecksProcess.KEY,
    CrossCheckReportProcess.KEY,
    ClericalReviewProcess.KEY,
    AreaRecheckProcess.KEY,
    RecordRequestProcess.KEY
  };

  @Autowired private Figures figures;
  @Autowired private SampleScore score;
  @Autowired private SampleFiles files;
  @Autowired private RequestLedger ledger;
  @Autowired private Deliveries deliveries;
  @Autowired private CrossCheckRecord record;

  @BeforeEach
  void theCrossCheckIsSigned() {
    awaitSignature();
  }

  List<ClassScore> scores() throws IOException {
    return score.of(CENSUS, files.truth());
  }

  @Test
  void everyDifferenceIsSettledOrRemains() {
    Figures.Standing standing = figures.standing(CENSUS);
    assertThat(standing.differences()).isPositive();
    assertThat(standing.settled() + standing.remaining()).isEqualTo(standing.differences());
    assertThat(standing.remaining()).isZero();
    assertThat(standing.openBlocks()).isZero();
  }

  @Test
  void whatTheGeneratorPutInIsFound() throws IOException {
    assertThat(scores()).filteredOn(row -> row.injected() > 0).hasSizeGreaterThanOrEqualTo(8);
    assertThat(scores())
        .filteredOn(row -> row.injected() > 0)
        .allSatisfy(row -> assertThat(row.recall()).isGreaterThanOrEqualTo(0.95));
  }

  @Test
  void everyRequestHasItsReceipt() {
    List<RecordRequest> requests = ledger.ofCensus(CENSUS);
    assertThat(requests)
        .extracting(RecordRequest::supply)
        .containsExactlyInAnyOrder(
            "household-register",
            "births",
            "deaths",
            "students",
            "social-insured",
            "medical-insured",
            "taxpayers",
            "employment");
    assertThat(requests)
        .allSatisfy(
            request -> {
              assertThat(request.status()).isEqualTo(RecordRequest.Status.ACCEPTED);
              Receipt receipt = deliveries.latest(request.id()).orElseThrow();
              assertThat(receipt.status()).isEqualTo("ACCEPTED");
              assertThat(receipt.rows()).isPositive().isEqualTo(receipt.declared());
              assertThat(receipt.sha256()).hasSize(64);
            });
  }

  @Test
  void theDepartmentsThatCompareAndTheLeadHaveSigned() {
    assertThat(record.signatures(CENSUS))
        .extracting(CrossCheckRecord.Signature::part)
        .containsExactlyInAnyOrder("public-security", "health", CrossCheckRecord.WHOLE);
    assertThat(as("hc-lead").get("/api/cross-checks/" + CENSUS + "/report").body())
        .contains("比对复查报告", "签认");
  }

  @Test
  void nothingIsLeftBehind() {
    assertThat(engine().getRuntimeService().createIncidentQuery().list()).isEmpty();
    assertThat(engine().getTaskService().createTaskQuery().processDefinitionKeyIn(PROCESSES).list())
        .isEmpty();
    assertThat(
            engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKeyIn(PROCESSES)
                .unfinished()
                .list())
        .isEmpty();
  }

  @Test
  void twoPeopleJudgedEveryDoubtfulPairAndALeadWhereTheyDidNotAgree() {
    assertThat(count("review_pair")).isPositive().isEqualTo(count("pair_verdict"));
    assertThat(count("pair_verdict where basis = 'lead'")).isPositive();
    assertThat(
            count(
                """
                pair_answer a join pair_answer b on b.pair_id = a.pair_id
                 and b.part <> a.part and b.answered_by = a.answered_by
                """))
        .isZero();
    assertThat(count("comparison_run where person_verdicts > 0")).isEqualTo(1);
  }

  private long count(String rows) {
    return jdbc().sql("select count(*) from " + rows).query(Long.class).single();
  }

  @Test
  void verifierAndReviewerAreNeverTheSamePerson() {
    assertThat(
            jdbc()
                .sql("select count(*) from difference where reviewed_by = settled_by")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            jdbc()
                .sql("select count(*) from person_version where made_by = checked_by")
                .query(Long.class)
                .single())
        .isZero();
  }
}
