package org.censusflow.crosscheck.compare;

import org.censusflow.crosscheck.compare.FindingStore.Meaning;
import org.censusflow.crosscheck.review.ClericalReviews;
import org.censusflow.linkage.Pattern;
import org.censusflow.registration.answers.Census;
import org.censusflow.registration.answers.Registrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a census with the registers that came in, and makes differences of what was found. */
@Component
public class CrossChecks {

  private static final Logger log = LoggerFactory.getLogger(CrossChecks.class);

  private final Registrations registrations;
  private final CensusComparison comparison;
  private final FindingStore store;
  private final Figures figures;
  private final PatternMeaning meanings;
  private final ClericalReviews reviews;

  CrossChecks(
      Registrations registrations,
      CensusComparison comparison,
      FindingStore store,
      Figures figures,
      PatternMeaning meanings,
      ClericalReviews reviews) {
    this.registrations = registrations;
    this.comparison = comparison;
    this.store = store;
    this.figures = figures;
    this.meanings = meanings;
    this.reviews = reviews;
  }

  /** How much was compared, and how many persons need a closer look. */
  public record Compared(int censusRows, int registerRows, int findings) {}

  /**
   * Compares the frozen registrations; comparing the same ones again returns what was found the
   * first time.
   */
  @Transactional
  public Compared compare(String censusId) {
    Census census = registrations.require(censusId);
    if (!store.exists(census)) {
      CensusComparison.Result result = comparison.run(census);
      store.saveRun(census, result.censusRows(), result.registerRows(), result.milliseconds());
      long run = run(censusId);
      store.replace(run, result);
      reviews.keep(censusId, run, result.doubtful());
      log.info(
          "CF-I301 Compared {} registrations with {} register rows in {} ms: {} persons to look at",
          result.censusRows(),
          result.registerRows(),
          result.milliseconds(),
          result.findings().size());
    }
    return compared(censusId);
  }

  /**
   * Compares once more, so that the findings rest on what people have decided meanwhile. Once
   * differences have been made of the findings they stand: what people decide later counts in the
   * next run.
   *
   * @return how many verdicts of people the findings rest on
   */
  @Transactional
  public int applyVerdicts(String censusId) {
    long run = run(censusId);
    if (store.hasDifferences(run)) {
      return store.verdicts(run);
    }
    CensusComparison.Result result = comparison.run(registrations.require(censusId));
    store.replace(run, result);
    log.info(
        "CF-I302 Compared again with {} verdicts of people in {} ms: {} persons to look at",
        result.verdicts(),
        result.milliseconds(),
        result.findings().size());
    return result.verdicts();
  }

  /** What the latest comparison covered. */
  public Compared compared(String censusId) {
    return store.compared(run(censusId));
  }

  /**
   * Asks the decision table once for each distinct pattern and makes the differences. Repeating it
   * adds nothing.
   *
   * @return the number of differences
   */
  @Transactional
  public int makeDifferences(String censusId) {
    long run = run(censusId);
    for (String pattern : store.patterns(run)) {
      for (PatternMeaning.Meaning meaning : meanings.of(Pattern.parse(pattern))) {
        store.makeDifferences(censusId, run, pattern, meaning(meaning));
      }
    }
    return figures.standing(censusId).differences();
  }

  private static Meaning meaning(PatternMeaning.Meaning row) {
    return new Meaning(
        DifferenceClass.valueOf(row.difference()),
        Verifier.ofCode(row.verifier()),
        Verifier.ofCode(row.reviewer()));
  }

  private long run(String censusId) {
    return figures.latestRun(censusId).orElseThrow();
  }
}
