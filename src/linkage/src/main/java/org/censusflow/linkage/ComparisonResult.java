package org.censusflow.linkage;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.censusflow.linkage.evaluation.ErrorSum;
import org.censusflow.linkage.evaluation.ExpectedErrors;
import org.censusflow.linkage.evaluation.RuleFigures;
import org.censusflow.linkage.matching.Linkage;
import org.censusflow.linkage.matching.MatchModel;

/** What a comparison found. Links stand in the order of the left rows. */
public final class ComparisonResult {

  /** Evidence without weight: it sends a pair to review and never makes a match of it. */
  private static final String HOUSEHOLD_MATCHED = "同户其他成员已匹配";

  private final Linkage linkage;
  private final int[] linked;
  private final Map<String, Long> stageMillis;

  ComparisonResult(Linkage linkage, Map<String, Long> stageMillis) {
    this.linkage = linkage;
    this.stageMillis = Map.copyOf(stageMillis);
    linked = linkage.leftRows(true);
  }

  /**
   * All links, matches and reviews. Each row of the left has one at most; each row of the right one
   * that is not a copy.
   */
  public List<Link> links() {
    return new AbstractList<>() {
      @Override
      public Link get(int i) {
        return linkAt(linked[i]);
      }

      @Override
      public int size() {
        return linked.length;
      }
    };
  }

  /** The link of a row of the left, or {@code null} when it has none. */
  public Link linkOfLeft(int left) {
    return linkage.partner(left) < 0 ? null : linkAt(left);
  }

  /** The link of a row of the right that is not a copy, or {@code null} when it has none. */
  public Link linkOfRight(int right) {
    return linkage.owner(right) < 0 ? null : linkAt(linkage.owner(right));
  }

  private Link linkAt(int left) {
    return new Link(
        left,
        linkage.partner(left),
        linkage.review(left) ? Verdict.REVIEW : Verdict.MATCH,
        linkage.posterior(left),
        linkage.pattern(left),
        linkage.copy(left));
  }

  /** Rows of the left without any link, ascending. */
  public int[] unmatchedLeft() {
    return linkage.leftRows(false);
  }

  /** Rows of the right without any link, ascending. */
  public int[] unmatchedRight() {
    return linkage.freeRightRows();
  }

  /** Pairs of rows of the left that are one person of the right: {first, further row}. */
  public List<int[]> leftDuplicates() {
    List<int[]> pairs = new ArrayList<>();
    for (int l : linked) {
      if (linkage.copy(l)) {
        pairs.add(new int[] {linkage.owner(linkage.partner(l)), l});
      }
    }
    return pairs;
  }

  /**
   * The evidence behind a link, a field each; fields without a value on one side say nothing and
   * are left out.
   */
  public List<Evidence> explain(Link link) {
    List<Evidence> evidence = Explanation.of(linkage.scoring(), link);
    if (linkage.household(link.left())) {
      evidence.add(new Evidence("household", HOUSEHOLD_MATCHED, 0));
    }
    return evidence;
  }

  /**
   * What a link rests on: {@code number}, {@code without-number} (everything but the number),
   * {@code copy} (a further row of a person), or {@code review}.
   */
  public String basis(Link link) {
    return basis(link.left());
  }

  /** The same of a row of the left, {@code unlinked} when it has no link. */
  public String basis(int left) {
    if (linkage.partner(left) < 0) {
      return "unlinked";
    }
    if (linkage.review(left)) {
      return "review";
    }
    if (linkage.copy(left)) {
      return "copy";
    }
    return linkage.scoring().sameNumber(linkage.pattern(left)) ? "number" : "without-number";
  }

  /** Whether a pair was looked at: it has a common number or agrees on a blocking rule. */
  public boolean wereCompared(int left, int right) {
    return linkage.scoring().blocked(left, right);
  }

  /** The evidence in one line, as in 住址相同（一方简写）、其余相同. */
  public String summary(Link link) {
    String summary = Explanation.summary(linkage.scoring(), link);
    return linkage.household(link.left()) ? summary + "、" + HOUSEHOLD_MATCHED : summary;
  }

  /** What errors the run expects of itself, as a whole. */
  public ExpectedErrors expectedErrors() {
    return expectedErrors(left -> "").getOrDefault("", ExpectedErrors.NONE);
  }

  /**
   * The same by group of the left's rows.
   *
   * @param group names the group of a row
   */
  public SortedMap<String, ExpectedErrors> expectedErrors(IntFunction<String> group) {
    Map<String, ErrorSum> sums = new HashMap<>();
    double lost = linkage.lostShare();
    double lostForFound = Double.isNaN(lost) ? 0 : lost / (1 - lost);
    String last = null;
    ErrorSum sum = null;
    for (int l = 0; l < linkage.leftSize(); l++) {
      boolean linkedRow = linkage.partner(l) >= 0;
      if (!linkedRow && linkage.unlinked(l) == 0) {
        continue;
      }
      String name = group.apply(l);
      if (!name.equals(last)) {
        sum = sums.computeIfAbsent(name, any -> new ErrorSum());
        last = name;
      }
      double found = linkage.unlinked(l);
      if (linkedRow) {
        double posterior = Math.min(1, linkage.posterior(l));
        sum.link(posterior, !linkage.review(l));
        found += linkage.byNumber(l) ? 0 : posterior;
      }
      sum.missed(linkage.unlinked(l), found * lostForFound);
    }
    SortedMap<String, ExpectedErrors> all = new TreeMap<>();
    sums.forEach((name, each) -> all.put(name, each.errors()));
    return all;
  }

  /** What each blocking rule has brought together. */
  public List<RuleFigures> rules() {
    return linkage.rules();
  }

  /** What the run has learnt. */
  public MatchModel model() {
    return linkage.scoring().model();
  }

  /** Milliseconds by stage. */
  public Map<String, Long> stageMillis() {
    return stageMillis;
  }
}
