package org.censusflow.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Published examples, to the digit that they print. */
class EstimatorTests {

  @Test
  void theCensusOfficesOwnExample() {
    // ONS: a census of 100, a survey of 50, 25 in both.
    StratumEstimate total = stratum(100, 50, 25);
    Estimate estimate = total.estimates().get(Estimator.LINCOLN_PETERSEN);
    assertThat(estimate.estimate()).isEqualTo(200);
    assertThat(estimate.standardError()).isCloseTo(24.495, within(0.0005));
    assertThat(estimate.low()).isCloseTo(200 - 1.96 * 24.4949, within(0.001));
    assertThat(estimate.high()).isCloseTo(200 + 1.96 * 24.4949, within(0.001));
    assertThat(total.counts().seen()).isEqualTo(125);
    assertThat(total.cells()).isEqualTo(new Cells(25, 75, 25, 75));
  }

  @Test
  void sebersExamples() {
    Estimate few = chapman(500, 149, 7);
    assertThat(few.estimate()).isCloseTo(9392.75, within(0.005));
    assertThat(few.standardError()).isCloseTo(3022.184, within(0.0005));
    assertThat(few.high()).isCloseTo(15_316, within(0.5));
    Estimate more = chapman(1000, 243, 21);
    assertThat(more.estimate()).isCloseTo(11_101, within(0.5));
    assertThat(more.standardError()).isCloseTo(2183.701, within(0.0005));
    assertThat(more.low()).isCloseTo(6820, within(1.0));
    assertThat(more.high()).isCloseTo(15_382, within(1.0));
  }

  @Test
  void rickersExample() {
    assertThat(chapman(109, 177, 57).estimate()).isCloseTo(336.586, within(0.0005));
  }

  @Test
  void theFormWithFourCellsIsTheProductForm() {
    StratumEstimate stratum = stratum(1000, 243, 21);
    assertThat(stratum.estimates().get(Estimator.CHANDRASEKAR_DEMING).estimate())
        .isCloseTo(stratum.estimates().get(Estimator.LINCOLN_PETERSEN).estimate(), within(1e-9));
    assertThat(stratum.cells().sum()).isCloseTo(1000.0 * 243 / 21, within(1e-9));
  }

  @Test
  void strataAreAddedWithTheirVariances() {
    CoverageEstimate estimate =
        CoverageEstimate.of(
            List.of(
                new BlockCounts("a", null, 100, 50, 25, 0, 0),
                new BlockCounts("b", null, 109, 177, 57, 0, 0)));
    Estimate total = estimate.total().estimates().get(Estimator.CHANDRASEKAR_DEMING);
    assertThat(total.estimate()).isCloseTo(200 + 109.0 * 177 / 57, within(1e-9));
    double second = 109.0 * 177 * 52 * 120 / (57.0 * 57 * 57);
    assertThat(total.standardError()).isCloseTo(Math.sqrt(600 + second), within(1e-9));
    assertThat(estimate.pooled()).isCloseTo(209.0 * 227 / 82, within(1e-9));
  }

  @Test
  void erroneousAndImputedPersonsAreTakenOffTheCensus() {
    // (C − II)·(CE/E)·(P/M) = (1050 − 30)·(1000/1020)·(243/210)
    CoverageEstimate estimate =
        CoverageEstimate.of(List.of(new BlockCounts("a", null, 1050, 243, 210, 20, 30)));
    for (Estimator estimator : List.of(Estimator.LINCOLN_PETERSEN, Estimator.CHANDRASEKAR_DEMING)) {
      assertThat(estimate.total().estimates().get(estimator).estimate())
          .isCloseTo(1020.0 * (1000.0 / 1020) * (243.0 / 210), within(1e-9));
    }
  }

  @Test
  void dependenceRaisesTheMissedByBothWithinItsBounds() {
    // x = 75, y = 25, m = 25: 2·1875·25/(1875 + 625) = 37.5 and √1875 = 43.30
    NourBounds bounds = stratum(100, 50, 25).nour();
    assertThat(bounds.low()).isCloseTo(125 + 37.5, within(1e-9));
    assertThat(bounds.high()).isCloseTo(125 + 43.301, within(0.0005));
  }

  @Test
  void aMissedMatchMakesThePopulationLarger() {
    MatchingSensitivity matching = stratum(1000, 900, 800).matching();
    assertThat(matching.missed()).isCloseTo(1125 * 0.995, within(1e-9));
    assertThat(matching.tooMany()).isCloseTo(1125 / 0.995, within(1e-9));
  }

  @Test
  void aWholeCountryIsNotTooLarge() {
    StratumEstimate country = stratum(1_400_000_000, 1_300_000_000, 1_298_000_000);
    assertThat(country.cells().neither()).isCloseTo(102e6 * 2e6 / 1298e6, within(1.0));
    double analytic = country.checks().analytic();
    assertThat(country.checks().bootstrap()).isCloseTo(analytic, within(analytic * 0.15));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    List<BlockCounts> blocks =
        List.of(
            new BlockCounts("a", null, 100, 0, 0, 0, 0),
            new BlockCounts("b", null, 100, 50, 0, 0, 0),
            new BlockCounts("c", "1", 100, 50, 25, 0, 0),
            new BlockCounts("d", "1", 100, 50, 70, 0, 0),
            new BlockCounts("d", "1", 100, 90, 89, 10, 5),
            new BlockCounts("d", "2", 80, 90, 89, 0, 0),
            new BlockCounts("e", null, 10, 10, 9, 11, 0),
            new BlockCounts("e", null, -1, 10, 9, 0, 0));
    assertThatThrownBy(() -> CoverageEstimate.of(blocks))
        .isInstanceOfSatisfying(
            InvalidCounts.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        "stratum 'a': the survey has nobody (n2 = 0)",
                        "stratum 'b': nobody is matched (matched = 0), so the population cannot be"
                            + " estimated",
                        "stratum 'c': one cluster tells no variance; join it with a stratum like"
                            + " it",
                        "stratum 'd', cluster '1': matched (70) are more than n2 (50)",
                        "stratum 'd', cluster '1': matched (89) are more than n1 without erroneous"
                            + " and imputed (85)",
                        "stratum 'd', cluster '2': matched (89) are more than n1 (80)",
                        "stratum 'd': cluster '1' is given twice",
                        "stratum 'e': erroneous and imputed (11) are more than n1 (10)",
                        "stratum 'e': a count is below zero",
                        "stratum 'e': it is given 2 times, and no cluster tells them apart"));
    assertThatThrownBy(() -> CoverageEstimate.of(List.of())).hasMessage("there are no counts");
  }

  private static Estimate chapman(int census, int survey, int matched) {
    return stratum(census, survey, matched).estimates().get(Estimator.CHAPMAN);
  }

  private static StratumEstimate stratum(int census, int survey, int matched) {
    return CoverageEstimate.of(List.of(new BlockCounts("all", null, census, survey, matched, 0, 0)))
        .strata()
        .get(0);
  }
}
