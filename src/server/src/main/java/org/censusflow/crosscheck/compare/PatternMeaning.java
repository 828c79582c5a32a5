package org.censusflow.crosscheck.compare;

import java.util.List;
import java.util.Map;

/**
 * The decision table that says which differences a pattern of findings means; the process plane
 * provides it.
 */
public interface PatternMeaning {

  /**
   * One row of the table's answer.
   *
   * @param difference class code, D01 to D12
   * @param verifier code of who verifies
   * @param reviewer code of who reviews
   */
  record Meaning(String difference, String verifier, String reviewer) {}

  /**
   * @param pattern the table's inputs by their names
   * @return empty when the pattern is no difference
   */
  List<Meaning> of(Map<String, String> pattern);
}
