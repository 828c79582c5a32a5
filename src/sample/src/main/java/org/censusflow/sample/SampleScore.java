package org.censusflow.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.censusflow.crosscheck.compare.DifferenceClass;
import org.censusflow.sample.SampleTruth.Anomaly;
import org.springframework.stereotype.Component;

/** Holds the differences that were found against the anomalies that the generator put in. */
@Component
public class SampleScore {

  private final DifferenceTrail trails;

  SampleScore(DifferenceTrail trails) {
    this.trails = trails;
  }

  /**
   * One class of differences.
   *
   * @param injected anomalies that the generator put in
   * @param found how many of them the comparison found, as this class
   * @param differences all differences of the class
   * @param unfounded differences that no anomaly explains
   */
  public record ClassScore(
      DifferenceClass difference, int injected, int found, int differences, int unfounded) {

    /** Share of the anomalies that were found, between 0 and 1. */
    public double recall() {
      return injected == 0 ? 1 : (double) found / injected;
    }
  }

  public List<ClassScore> of(String censusId, SampleTruth truth) {
    List<DifferenceTrail.Trail> all = trails.ofCensus(censusId);
    Set<Anomaly> found = new HashSet<>();
    int[] unfounded = new int[DifferenceClass.values().length];
    int[] differences = new int[unfounded.length];
    for (DifferenceTrail.Trail trail : all) {
      int index = DifferenceClass.valueOf(trail.difference()).ordinal();
      differences[index]++;
      SampleVisits.match(truth, trail).ifPresentOrElse(found::add, () -> unfounded[index]++);
    }
    List<ClassScore> scores = new ArrayList<>();
    for (DifferenceClass difference : DifferenceClass.values()) {
      int i = difference.ordinal();
      scores.add(
          new ClassScore(
              difference,
              count(truth.anomalies(), difference),
              count(found, difference),
              differences[i],
              unfounded[i]));
    }
    return scores;
  }

  private static int count(Iterable<Anomaly> anomalies, DifferenceClass difference) {
    int count = 0;
    for (Anomaly anomaly : anomalies) {
      if (anomaly.difference().equals(difference.name())) {
        count++;
      }
    }
    return count;
  }
}
