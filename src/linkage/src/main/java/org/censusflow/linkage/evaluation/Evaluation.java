package org.censusflow.linkage.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.ComparisonResult;
import org.censusflow.linkage.Link;
import org.censusflow.linkage.Verdict;

/** Holds a comparison's links against the truth: as a whole, by threshold and by kind of link. */
public final class Evaluation {

  private static final double[] THRESHOLDS = {0.1, 0.5, 0.9, 0.99, 0.999, 0.9999};

  private final ComparisonResult result;
  private final Truth truth;

  public Evaluation(ComparisonResult result, Truth truth) {
    this.result = result;
    this.truth = truth;
  }

  /** Accuracy of the pairs with verdict match. */
  public Accuracy matches() {
    return count(result.links(), 0, true);
  }

  /** Accuracy if every pair from a posterior on were a match, by that posterior. */
  public Map<Double, Accuracy> byThreshold() {
    Map<Double, Accuracy> all = new LinkedHashMap<>();
    for (double threshold : THRESHOLDS) {
      all.put(threshold, count(result.links(), threshold, false));
    }
    return all;
  }

  /** Accuracy of links against the truth. */
  public static Accuracy of(List<Link> links, Truth truth) {
    long correct = 0;
    for (Link link : links) {
      correct += truth.contains(link.left(), link.right()) ? 1 : 0;
    }
    return truth.accuracy(correct, links.size() - correct);
  }

  private Accuracy count(List<Link> links, double least, boolean matchesOnly) {
    long correct = 0;
    long wrong = 0;
    for (Link link : links) {
      if (link.posterior() >= least && (!matchesOnly || link.verdict() == Verdict.MATCH)) {
        if (truth.contains(link.left(), link.right())) {
          correct++;
        } else {
          wrong++;
        }
      }
    }
    return truth.accuracy(correct, wrong);
  }

  /**
   * Right and wrong links by what they rest on: the number, everything but the number, or for
   * review.
   */
  public Map<String, Accuracy> byClass() {
    Map<String, Accuracy> all = new LinkedHashMap<>();
    for (Link link : result.links()) {
      boolean right = truth.contains(link.left(), link.right());
      all.merge(
          result.basis(link),
          new Accuracy(right ? 1 : 0, right ? 0 : 1, 0),
          (a, b) -> new Accuracy(a.correct() + b.correct(), a.wrong() + b.wrong(), 0));
    }
    return all;
  }

  /** True pairs that no blocking rule brings together and no common number joins. */
  public long lostToBlocking() {
    long lost = 0;
    for (int i = 0; i < truth.size(); i++) {
      int l = truth.left(i);
      int r = truth.right(i);
      Link link = result.linkOfLeft(l);
      if ((link == null || link.right() != r) && !result.wereCompared(l, r)) {
        lost++;
      }
    }
    return lost;
  }

  public Truth truth() {
    return truth;
  }
}
