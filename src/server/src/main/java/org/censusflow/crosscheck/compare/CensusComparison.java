package org.censusflow.crosscheck.compare;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.delivery.RegisterRow;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.review.DoubtfulPair;
import org.censusflow.crosscheck.review.PairVerdicts;
import org.censusflow.crosscheck.review.PairVerdicts.PairVerdict;
import org.censusflow.linkage.CensusFindings;
import org.censusflow.linkage.ComparisonProgress;
import org.censusflow.linkage.DistrictFindings;
import org.censusflow.linkage.Evidence;
import org.censusflow.linkage.Finding;
import org.censusflow.linkage.PersonVerdict;
import org.censusflow.linkage.Register;
import org.censusflow.linkage.RegisterFigures;
import org.censusflow.linkage.RegisterReference;
import org.censusflow.linkage.ReviewPair;
import org.censusflow.linkage.population.Population;
import org.censusflow.registration.answers.Census;
import org.springframework.stereotype.Component;

/**
 * Brings the project's tables to the comparison engine and its findings back. What is a finding is
 * the decision table's business alone.
 */
@Component
class CensusComparison {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int LONGEST_EVIDENCE = 1_000;

  private final ComparisonRows rows;
  private final RequestLedger requests;
  private final Deliveries deliveries;
  private final PairVerdicts verdicts;
  private final PatternMeaning meanings;

  CensusComparison(
      ComparisonRows rows,
      RequestLedger requests,
      Deliveries deliveries,
      PairVerdicts verdicts,
      PatternMeaning meanings) {
    this.rows = rows;
    this.requests = requests;
    this.deliveries = deliveries;
    this.verdicts = verdicts;
    this.meanings = meanings;
  }

  /**
   * @param verdicts how many verdicts of people the findings rest on
   * @param doubtful pairs for people to decide
   */
  record Result(
      int censusRows,
      int registerRows,
      long milliseconds,
      List<FindingStore.Finding> findings,
      List<Figures.RegisterFigures> figures,
      int verdicts,
      List<DoubtfulPair> doubtful) {}

  Result run(Census census) {
    long start = System.nanoTime();
    Population registered = rows.registered(census.id());
    List<Register> registers = new ArrayList<>();
    List<RecordRequest> received =
        requests.ofCensus(census.id()).stream()
            .filter(request -> request.status() == RecordRequest.Status.ACCEPTED)
            .toList();
    List<PairVerdict> standing = verdicts.standing(census.id());
    Map<RegisterReference, List<RegisterReference>> judged = new HashMap<>();
    standing.forEach(
        v -> judged.put(new RegisterReference(v.supply(), v.recordId()), new ArrayList<>()));
    received.forEach(
        request -> registers.add(rows.register(census.id(), request.supply(), judged)));
    LocalDate referenceDate = census.referenceTime().atZone(ZONE).toLocalDate();
    DistrictFindings<PatternMeaning.Meaning> found =
        CensusFindings.compare(
            registered,
            registers,
            referenceDate,
            inThisRun(standing, judged),
            meanings::of,
            ComparisonProgress.NONE);
    Map<String, String> units = new HashMap<>();
    received.forEach(request -> units.put(request.supply(), request.unit()));
    List<Figures.RegisterFigures> figures =
        found.registers().stream().map(f -> figures(f, units.get(f.supply()))).toList();
    int registerRows = registers.stream().mapToInt(register -> register.rows().size()).sum();
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    return new Result(
        registered.size(),
        registerRows,
        milliseconds,
        stored(found.findings()),
        figures,
        standing.size(),
        doubtful(found.reviews()));
  }

  /**
   * Verdicts hold on to the department's own key, the engine's rows to delivery and line: a verdict
   * on a record counts for the record's rows of this run.
   */
  private static List<PersonVerdict> inThisRun(
      List<PairVerdict> standing, Map<RegisterReference, List<RegisterReference>> judged) {
    List<PersonVerdict> all = new ArrayList<>();
    for (PairVerdict v : standing) {
      judged
          .get(new RegisterReference(v.supply(), v.recordId()))
          .forEach(row -> all.add(new PersonVerdict(String.valueOf(v.personId()), row, v.same())));
    }
    return all;
  }

  private List<DoubtfulPair> doubtful(List<ReviewPair> reviews) {
    Map<RegisterRow.Key, RegisterRow> records =
        deliveries.rows(reviews.stream().map(pair -> ComparisonRows.key(pair.register())).toList());
    return reviews.stream()
        .map(
            pair -> {
              RegisterRow row = records.get(ComparisonRows.key(pair.register()));
              return new DoubtfulPair(
                  Long.parseLong(pair.censusRow()),
                  pair.register().supply(),
                  row.deliveryId(),
                  row.line(),
                  row.recordId(),
                  pair.posterior(),
                  pair.takenAsSame(),
                  shortened(
                      pair.evidence().stream()
                          .map(CensusComparison::labelled)
                          .collect(Collectors.joining("；"))));
            })
        .toList();
  }

  private static String labelled(Evidence evidence) {
    return String.format(Locale.ROOT, "%s（%+.1f）", evidence.label(), evidence.weight());
  }

  private static Figures.RegisterFigures figures(RegisterFigures f, String unit) {
    return new Figures.RegisterFigures(
        f.supply(), unit, f.compared(), f.matched(), f.review(), f.onlyCensus(), f.onlyRegister());
  }

  private static List<FindingStore.Finding> stored(List<Finding<PatternMeaning.Meaning>> findings) {
    List<FindingStore.Finding> stored = new ArrayList<>(findings.size());
    for (Finding<PatternMeaning.Meaning> finding : findings) {
      String evidence = String.join("；", finding.evidence());
      stored.add(
          new FindingStore.Finding(
              stored.size() + 1,
              finding.pattern().text(),
              key(finding.censusRow()),
              key(finding.secondCensusRow()),
              finding.block() == null ? Difference.UNLOCATED : finding.block(),
              shortened(evidence),
              finding.registers().stream().map(CensusComparison::source).toList()));
    }
    return stored;
  }

  private static FindingStore.Source source(RegisterReference reference) {
    RegisterRow.Key key = ComparisonRows.key(reference);
    return new FindingStore.Source(reference.supply(), key.deliveryId(), key.line());
  }

  private static String shortened(String evidence) {
    return evidence.length() > LONGEST_EVIDENCE
        ? evidence.substring(0, LONGEST_EVIDENCE)
        : evidence;
  }

  private static Long key(String row) {
    return row == null ? null : Long.valueOf(row);
  }
}
