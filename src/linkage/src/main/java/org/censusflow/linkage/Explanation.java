package org.censusflow.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.censusflow.linkage.matching.Scoring;

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

  /**
   * The evidence in one line: what is not simply equal comes first, the rest is summed up. Where a
   * value is missing, it says that only those which are there agree.
   */
  static String summary(Scoring scoring, Link link) {
    StringJoiner labels = new StringJoiner("、");
    int equal = 0;
    boolean missing = false;
    String last = "";
    for (int f = 0; f < scoring.fields(); f++) {
      int level = scoring.level(link.pattern(), f);
      missing |= level == 0;
      if (level == 1) {
        equal++;
        last = scoring.field(f).label(level);
      } else if (level > 1) {
        labels.add(scoring.field(f).label(level));
      }
    }
    if (equal == 1) {
      labels.add(last);
    } else if (equal > 1) {
      String which = labels.length() == 0 ? "各项" : "其余";
      labels.add(which + (missing ? "有值的相同" : "相同"));
    }
    return labels.toString();
  }
}
