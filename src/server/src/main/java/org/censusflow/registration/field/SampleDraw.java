package org.censusflow.registration.field;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.censusflow.files.Sha256;

/**
 * A random draw that anybody can repeat: every household gets the SHA-256 of {@code
 * seed|census|block|round|number}, and those with the smallest are drawn.
 */
final class SampleDraw {

  /** A household that was drawn, and the hash that drew it. */
  record Drawn(int householdNo, String key) {}

  private SampleDraw() {}

  /**
   * @param share of the households, rounded up: a block with any household has at least one drawn
   */
  static List<Drawn> draw(
      String seed,
      String censusId,
      String block,
      int round,
      Collection<Integer> households,
      double share) {
    int size = (int) Math.ceil(households.size() * share - 1e-9);
    return households.stream()
        .map(
            number ->
                new Drawn(
                    number,
                    Sha256.hex(seed + '|' + censusId + '|' + block + '|' + round + '|' + number)))
        .sorted(Comparator.comparing(Drawn::key).thenComparing(Drawn::householdNo))
        .limit(size)
        .toList();
  }
}
