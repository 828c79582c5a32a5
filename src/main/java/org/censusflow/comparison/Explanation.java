package org.censusflow.comparison;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.comparison.linkage.Scoring;

/** Reads the evidence of a pair off its pattern. */
final class Explanation {

  private Explanation() {}

  /** A field each; fields without a value on one side say nothing and are left out. */
  static List<Evidence> of(Scoring scoring, Link link) {
    List<Evidence> evidence = new ArrayList<>();
    for (int f = 0; f < scoring.fields(); f++) {
      int level = scoring.level(link.pattern(), f);
      if (level > 0) {
        evidence.add(
            new Evidence(
                scoring.field(f).field().name(),
                scoring.field(f).label(level),
                scoring.weight(f, link.left(), link.pattern())));
      }
    }
    return evidence;
  }
}
