package org.censusflow.coverage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The population by census and survey: each stratum, and the sum of the strata, whose errors are
 * taken to be independent. The population is that of the blocks given; for a sample of blocks that
 * stands for others see {@link SampleEstimate}.
 *
 * @param strata in the order of the counts
 * @param pooled what the estimator gives without strata; where it differs much from the total, the
 *     chances of being counted differ between the strata
 */
public record CoverageEstimate(
    List<StratumEstimate> strata,
    StratumEstimate total,
    double pooled,
    List<Assumption> assumptions) {

  private static final long SEED = 20_201_101;

  /**
   * @param blocks at least one; either all of a stratum with a cluster or one without
   * @throws InvalidCounts with everything that is wrong: counts that contradict each other, a
   *     sample of nobody, nobody matched, a stratum with one cluster or twice the same
   */
  public static CoverageEstimate of(List<BlockCounts> blocks) {
    Map<String, List<BlockCounts>> byStratum = new LinkedHashMap<>();
    blocks.forEach(
        block -> byStratum.computeIfAbsent(block.stratum(), s -> new ArrayList<>()).add(block));
    List<String> faults = new ArrayList<>();
    if (blocks.isEmpty()) {
      faults.add("there are no counts");
    }
    byStratum.forEach((stratum, own) -> faults.addAll(StratumFaults.of(stratum, own)));
    if (!faults.isEmpty()) {
      throw new InvalidCounts(faults);
    }
    List<StratumEstimate> strata = new ArrayList<>();
    byStratum.forEach((stratum, own) -> strata.add(stratum(stratum, own)));
    StratumEstimate total = total(strata);
    return new CoverageEstimate(
        List.copyOf(strata),
        total,
        Estimator.CHANDRASEKAR_DEMING.estimate(total.counts()),
        Assumption.of(total.clusters() > 0));
  }

  private static StratumEstimate stratum(String name, List<BlockCounts> own) {
    List<Counts> blocks = own.stream().map(BlockCounts::counts).toList();
    Counts all = blocks.stream().reduce(Counts::plus).orElseThrow();
    boolean clustered = own.get(0).cluster() != null;
    Map<Estimator, Estimate> estimates = new EnumMap<>(Estimator.class);
    for (Estimator estimator : Estimator.values()) {
      Spread spread =
          clustered ? ClusterVariance.of(estimator, blocks) : Spread.known(estimator.variance(all));
      estimates.put(estimator, Estimate.of(estimator.estimate(all), spread));
    }
    Estimator usual = Estimator.CHANDRASEKAR_DEMING;
    return new StratumEstimate(
        name,
        all,
        clustered ? blocks.size() : 0,
        Cells.of(all),
        estimates,
        new StratumEstimate.Checks(
            Math.sqrt(usual.variance(all)), Math.sqrt(Bootstrap.variance(usual, blocks, SEED))),
        NourBounds.of(all),
        MatchingSensitivity.of(all),
        new CoverageError(
            own.stream().mapToDouble(BlockCounts::census).sum(),
            own.stream().mapToDouble(BlockCounts::imputed).sum(),
            0,
            own.stream().mapToDouble(BlockCounts::erroneous).sum(),
            estimates.get(usual).estimate()));
  }

  private static StratumEstimate total(List<StratumEstimate> strata) {
    Map<Estimator, Estimate> estimates = new EnumMap<>(Estimator.class);
    for (Estimator estimator : Estimator.values()) {
      List<Estimate> own = strata.stream().map(s -> s.estimates().get(estimator)).toList();
      estimates.put(
          estimator,
          Estimate.of(
              own.stream().mapToDouble(Estimate::estimate).sum(),
              Spread.sum(own.stream().map(Estimate::spread).toList())));
    }
    List<CoverageError> errors = strata.stream().map(StratumEstimate::coverage).toList();
    return new StratumEstimate(
        "",
        strata.stream().map(StratumEstimate::counts).reduce(Counts::plus).orElseThrow(),
        strata.stream().mapToInt(StratumEstimate::clusters).sum(),
        strata.stream().map(StratumEstimate::cells).reduce(Cells::plus).orElseThrow(),
        estimates,
        StratumEstimate.Checks.sum(strata.stream().map(StratumEstimate::checks).toList()),
        strata.stream().map(StratumEstimate::nour).reduce(NourBounds::plus).orElseThrow(),
        strata.stream()
            .map(StratumEstimate::matching)
            .reduce(MatchingSensitivity::plus)
            .orElseThrow(),
        new CoverageError(
            errors.stream().mapToDouble(CoverageError::count).sum(),
            errors.stream().mapToDouble(CoverageError::imputed).sum(),
            0,
            errors.stream().mapToDouble(CoverageError::otherErroneous).sum(),
            estimates.get(Estimator.CHANDRASEKAR_DEMING).estimate()));
  }
}
