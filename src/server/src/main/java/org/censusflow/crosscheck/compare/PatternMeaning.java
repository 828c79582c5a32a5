package org.censusflow.crosscheck.compare;

import java.util.List;
import org.censusflow.linkage.Pattern;

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
   * @param pattern what census and registers say of one person
   * @return empty when the pattern is no difference
   */
  List<Meaning> of(Pattern pattern);
}
