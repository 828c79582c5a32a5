package org.censusflow.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.censusflow.coverage.sampling.BlockSample;
import org.censusflow.coverage.sampling.DrawnBlock;
import org.censusflow.coverage.sampling.FrameBlock;
import org.junit.jupiter.api.Test;

/**
 * A thousand censuses whose truth is known. Of a thousand right intervals 95 %, give or take 1.4
 * points, hold the truth. What each estimator does is printed.
 */
class SimulationTests {

  private static final int CENSUSES = 1_000;

  /** A block as it is, and what its two lists find. */
  private record Played(int persons, Counts counts) {}

  @Test
  void intervalsOfBlocksHoldTheTruth() {
    Random random = new Random(20_201_101);
    Map<Estimator, Tally> tallies = new EnumMap<>(Estimator.class);
    for (int i = 0; i < CENSUSES; i++) {
      List<Played> blocks = IntStream.range(0, 60).mapToObj(b -> block(random)).toList();
      double truth = blocks.stream().mapToInt(Played::persons).sum();
      List<Counts> counts = blocks.stream().map(Played::counts).toList();
      Counts all = counts.stream().reduce(Counts::plus).orElseThrow();
      for (Estimator estimator : Estimator.values()) {
        Estimate estimate =
            Estimate.of(estimator.estimate(all), ClusterVariance.of(estimator, counts));
        tallies.computeIfAbsent(estimator, e -> new Tally()).add(truth, estimate);
      }
    }
    tallies.forEach((estimator, tally) -> tally.check("by blocks, " + estimator));
  }

  /** Chances of being counted differ between blocks, by a lot: from 0.8 to nearly 1. */
  private static Played block(Random random) {
    int persons = 80 + random.nextInt(330);
    double census = 1 - 0.2 * Math.pow(random.nextDouble(), 2);
    double survey = 1 - 0.3 * Math.pow(random.nextDouble(), 2);
    return play(random, persons, census, survey);
  }

  private static Played play(Random random, int persons, double census, double survey) {
    int n1 = 0;
    int n2 = 0;
    int m = 0;
    for (int i = 0; i < persons; i++) {
      boolean first = random.nextDouble() < census;
      boolean second = random.nextDouble() < survey;
      n1 += first ? 1 : 0;
      n2 += second ? 1 : 0;
      m += first && second ? 1 : 0;
    }
    return new Played(persons, new Counts(n1, n2, m));
  }

  @Test
  void intervalsOfWholeStrataHoldTheTruth() {
    Random random = new Random(20_101_101);
    Map<Estimator, Tally> tallies = new EnumMap<>(Estimator.class);
    for (int i = 0; i < CENSUSES; i++) {
      Counts counts = play(random, 5_000, 0.94, 0.9).counts();
      CoverageEstimate estimate =
          CoverageEstimate.of(
              List.of(
                  new BlockCounts(
                      "all", null, counts.census(), counts.survey(), counts.matched(), 0, 0)));
      estimate
          .total()
          .estimates()
          .forEach(
              (estimator, figure) ->
                  tallies.computeIfAbsent(estimator, e -> new Tally()).add(5_000, figure));
    }
    tallies.forEach((estimator, tally) -> tally.check("one by one, " + estimator));
  }

  /** A district of 600 blocks in two strata, of which 70 are drawn; whole households are missed. */
  @Test
  void intervalsOfASampleHoldTheTruthOfTheDistrict() {
    Random random = new Random(20_301_101);
    Tally tally = new Tally();
    for (int i = 0; i < CENSUSES; i++) {
      District district = new District(random);
      Map<String, SampledBlock> found = district.found;
      BlockSample sample =
          BlockSample.draw(district.frame, Map.of("old", 30, "new", 40), "seed " + i);
      List<SampledBlock> blocks =
          sample.blocks().stream().map(drawn -> weighted(found.get(drawn.code()), drawn)).toList();
      Map<String, SampleEstimate.Frame> frames =
          Map.of("old", district.count("old"), "new", district.count("new"));
      tally.add(district.persons, SampleEstimate.of(frames, blocks).total());
    }
    tally.check("a sample of blocks, (C-II)(CE/E)(P/M)");
  }

  private static SampledBlock weighted(SampledBlock block, DrawnBlock drawn) {
    return new SampledBlock(
        block.stratum(),
        block.block(),
        drawn.weight(),
        block.enumerated(),
        block.correct(),
        block.survey(),
        block.matched());
  }

  private static final class District {
    private final Random random;
    private final List<FrameBlock> frame = new ArrayList<>();
    private final Map<String, SampledBlock> found = new java.util.HashMap<>();
    private double persons;

    District(Random random) {
      this.random = random;
      for (int b = 0; b < 600; b++) {
        add(b < 300 ? "old" : "new", String.format("%03d", b));
      }
    }

    private void add(String stratum, String code) {
      int households = 30 + random.nextInt(100);
      double census = (stratum.equals("old") ? 0.97 : 0.92) - 0.06 * random.nextDouble();
      double survey = 0.97 - 0.08 * random.nextDouble();
      int here = 0;
      int n1 = 0;
      int n2 = 0;
      int m = 0;
      for (int h = 0; h < households; h++) {
        int size = 1 + random.nextInt(5);
        boolean first = random.nextDouble() < census;
        boolean second = random.nextDouble() < survey;
        here += size;
        n1 += first ? size : 0;
        n2 += second ? size : 0;
        m += first && second ? size : 0;
      }
      int erroneous = random.nextInt(8);
      persons += here;
      // The size by which it is drawn is an old figure.
      frame.add(new FrameBlock(stratum, code, Math.max(20, here + random.nextInt(60) - 30)));
      found.put(code, new SampledBlock(stratum, code, 1, n1 + erroneous, n1, n2, m));
    }

    SampleEstimate.Frame count(String stratum) {
      double count =
          found.values().stream()
              .filter(b -> b.stratum().equals(stratum))
              .mapToDouble(SampledBlock::enumerated)
              .sum();
      // Imputed persons are in the count and in nobody's sample.
      return new SampleEstimate.Frame(count + 500, 500);
    }
  }

  @Test
  void theBootstrapFindsTheSameStandardError() {
    Random random = new Random(7);
    List<Counts> counts = IntStream.range(0, 100).mapToObj(b -> block(random).counts()).toList();
    for (Estimator estimator : Estimator.values()) {
      double jackknife = Math.sqrt(ClusterVariance.of(estimator, counts).variance());
      double bootstrap = Math.sqrt(Bootstrap.variance(estimator, counts, 1));
      assertThat(bootstrap / jackknife).isBetween(0.85, 1.15);
    }
  }

  /** How often intervals hold the truth, and how far the estimates are from it on average. */
  private static final class Tally {
    private final List<double[]> played = new ArrayList<>();

    void add(double truth, Estimate estimate) {
      boolean holds = estimate.low() <= truth && truth <= estimate.high();
      played.add(
          new double[] {
            holds ? 1 : 0, (estimate.estimate() - truth) / truth, estimate.standardError() / truth
          });
    }

    void check(String name) {
      double share = mean(row -> row[0]);
      double bias = mean(row -> row[1]);
      double deviation = Math.sqrt(mean(row -> (row[1] - bias) * (row[1] - bias)));
      System.out.printf(
          "%s: %.1f %% of intervals hold the truth; bias %+.5f %%, deviation %.4f %%, standard"
              + " error %.4f %%%n",
          name, 100 * share, 100 * bias, 100 * deviation, 100 * mean(row -> row[2]));
      assertThat(share).as(name).isBetween(0.93, 0.97);
      assertThat(Math.abs(bias)).as(name).isLessThan(deviation / 3);
    }

    private double mean(ToDoubleFunction<double[]> figure) {
      return played.stream().mapToDouble(figure).average().orElseThrow();
    }
  }
}
