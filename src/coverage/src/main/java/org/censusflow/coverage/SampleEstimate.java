package org.censusflow.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The population of a whole district from a sample of its blocks: N = Σ (C − II)·(CE/E)·(P/M) over
 * the strata, C being the census count of the stratum, II its imputed persons, and the two ratios
 * those of the weighted sample (H. Hogan, "The 1990 Post-Enumeration Survey: operations and
 * results", JASA 88, 1993). The variance is a delete-one-block jackknife within each stratum [W,
 * 4.5]: it holds however persons, households or whole blocks are missed together, and is on the
 * safe side where much of a stratum was drawn.
 *
 * @param strata by name
 * @param total their sum
 */
public record SampleEstimate(Map<String, Estimate> strata, Estimate total) {

  /**
   * What the census knows of a stratum as a whole.
   *
   * @param count C: persons counted
   * @param imputed II: of these, without data of their own
   */
  public record Frame(double count, double imputed) {}

  /**
   * @param frames by stratum
   * @throws InvalidCounts when a stratum has fewer than two blocks with rightly counted and matched
   *     persons, or there are blocks of a stratum without a frame
   */
  public static SampleEstimate of(Map<String, Frame> frames, List<SampledBlock> sample) {
    Map<String, List<SampledBlock>> byStratum =
        sample.stream()
            .collect(
                Collectors.groupingBy(SampledBlock::stratum, TreeMap::new, Collectors.toList()));
    List<String> faults = faults(frames, byStratum);
    if (!faults.isEmpty()) {
      throw new InvalidCounts(faults);
    }
    Map<String, Estimate> strata = new TreeMap<>();
    frames.forEach((name, frame) -> strata.put(name, estimate(frame, byStratum.get(name))));
    double sum = strata.values().stream().mapToDouble(Estimate::estimate).sum();
    Spread spread = Spread.sum(strata.values().stream().map(Estimate::spread).toList());
    return new SampleEstimate(Map.copyOf(strata), Estimate.of(sum, spread));
  }

  private static List<String> faults(
      Map<String, Frame> frames, Map<String, List<SampledBlock>> byStratum) {
    List<String> faults = new ArrayList<>();
    byStratum.keySet().stream()
        .filter(name -> !frames.containsKey(name))
        .forEach(name -> faults.add("stratum '" + name + "': the census count of it is missing"));
    for (String name : new TreeMap<>(frames).keySet()) {
      List<SampledBlock> blocks = byStratum.getOrDefault(name, List.of());
      if (blocks.size() < 2) {
        faults.add("stratum '" + name + "': at least two blocks are needed");
      } else if (blocks.stream().filter(b -> b.correct() > 0).count() < 2
          || blocks.stream().filter(b -> b.matched() > 0).count() < 2) {
        faults.add(
            "stratum '" + name + "': at least two blocks with matched, rightly counted persons");
      }
    }
    return faults;
  }

  private static Estimate estimate(Frame frame, List<SampledBlock> blocks) {
    Spread spread = Jackknife.of(blocks.size(), i -> ratio(frame, blocks, i));
    return Estimate.of(ratio(frame, blocks, -1), spread);
  }

  /**
   * The estimate of a stratum.
   *
   * @param without position of the block left out; -1 for none
   */
  private static double ratio(Frame frame, List<SampledBlock> blocks, int without) {
    double enumerated = 0;
    double correct = 0;
    double survey = 0;
    double matched = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (i != without) {
        SampledBlock block = blocks.get(i);
        enumerated += block.weight() * block.enumerated();
        correct += block.weight() * block.correct();
        survey += block.weight() * block.survey();
        matched += block.weight() * block.matched();
      }
    }
    return (frame.count() - frame.imputed()) * (correct / enumerated) * (survey / matched);
  }
}
