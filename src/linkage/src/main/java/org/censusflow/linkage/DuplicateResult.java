package org.censusflow.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.matching.DuplicatePairs;

/** What a search for duplicates found within one population. */
public final class DuplicateResult {

  private final DuplicatePairs pairs;
  private final int rows;
  private final Map<String, Long> stageMillis;

  DuplicateResult(DuplicatePairs pairs, int rows, Map<String, Long> stageMillis) {
    this.pairs = pairs;
    this.rows = rows;
    this.stageMillis = Map.copyOf(stageMillis);
  }

  /** Pairs with verdict match or review, the earlier row on the left, in no order that matters. */
  public List<Link> pairs() {
    List<Link> links = new ArrayList<>(pairs.size());
    for (int i = 0; i < pairs.size(); i++) {
      links.add(
          new Link(
              pairs.left(i),
              pairs.right(i),
              pairs.review(i) ? Verdict.REVIEW : Verdict.MATCH,
              pairs.posterior(i),
              pairs.pattern(i),
              false));
    }
    return links;
  }

  /**
   * For each row the first row of its person: matches joined through one another (connected
   * components).
   */
  public int[] persons() {
    Persons persons = new Persons(rows);
    for (int i = 0; i < pairs.size(); i++) {
      if (!pairs.review(i)) {
        persons.same(pairs.left(i), pairs.right(i));
      }
    }
    int[] first = new int[rows];
    Arrays.setAll(first, persons::of);
    return first;
  }

  /** The evidence in one line. */
  public String summary(Link link) {
    return Explanation.summary(pairs.scoring(), link);
  }

  /** The evidence behind a pair. */
  public List<Evidence> explain(Link link) {
    return Explanation.of(pairs.scoring(), link);
  }

  public Map<String, Long> stageMillis() {
    return stageMillis;
  }
}
