package org.censusflow.cli;

import java.util.Locale;
import java.util.Map;
import org.censusflow.coverage.Assumption;
import org.censusflow.coverage.Cells;
import org.censusflow.coverage.CoverageError;
import org.censusflow.coverage.CoverageEstimate;
import org.censusflow.coverage.Estimate;
import org.censusflow.coverage.Estimator;
import org.censusflow.coverage.MatchingSensitivity;
import org.censusflow.coverage.StratumEstimate;

/** An estimate for a reader at the console; plain ASCII, whatever its encoding. */
final class EstimateText {

  private static final Map<Estimator, String> NAMES =
      Map.of(
          Estimator.LINCOLN_PETERSEN, "Lincoln-Petersen",
          Estimator.CHAPMAN, "Chapman",
          Estimator.CHANDRASEKAR_DEMING, "Chandrasekar-Deming");

  private final StringBuilder text = new StringBuilder();

  private EstimateText() {}

  static String of(CoverageEstimate estimate) {
    EstimateText text = new EstimateText();
    if (estimate.strata().size() > 1) {
      estimate.strata().forEach(s -> text.stratum("Stratum " + s.name(), s));
    }
    text.stratum("Total", estimate.total());
    text.line("  without strata                 %,14.1f", estimate.pooled());
    text.line("");
    text.line("What must hold for these figures:");
    for (Assumption assumption : estimate.assumptions()) {
      text.line("- %s", assumption.text());
    }
    return text.text.toString().stripTrailing();
  }

  private void stratum(String name, StratumEstimate s) {
    Cells cells = s.cells();
    CoverageError error = s.coverage();
    line("%s%s", name, s.clusters() > 0 ? ", " + s.clusters() + " clusters" : "");
    line(
        "  both %,.1f, census only %,.1f, survey only %,.1f, neither %,.1f (estimated)",
        cells.both(), cells.censusOnly(), cells.surveyOnly(), cells.neither());
    line("                                       estimate  standard error   95 %% interval");
    s.estimates().forEach((estimator, estimate) -> estimate(NAMES.get(estimator), estimate));
    line(
        "  standard error in other ways: one by one %,.1f; bootstrap %,.1f",
        s.checks().analytic(), s.checks().bootstrap());
    line(
        "  if the lists depend on each other (Nour): %,.1f to %,.1f",
        s.nour().low(), s.nour().high());
    MatchingSensitivity matching = s.matching();
    line(
        "  if %.1f %% of the matches were missed: %,.1f; if as many are false: %,.1f",
        100 * matching.rate(), matching.missed(), matching.tooMany());
    line(
        "  net coverage error %+.2f %%, omissions %.2f %%, erroneous %.2f %%, gross %.2f %%",
        100 * error.netRate(),
        100 * error.omissionRate(),
        100 * error.erroneousRate(),
        100 * error.grossRate());
  }

  private void estimate(String name, Estimate e) {
    line(
        "  %-30s %,16.1f  %,14.1f   %,.1f to %,.1f",
        name, e.estimate(), e.standardError(), e.low(), e.high());
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
