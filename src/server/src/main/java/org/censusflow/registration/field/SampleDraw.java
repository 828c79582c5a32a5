package org.censusflow.registration.field;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

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
                    number, hash(seed + '|' + censusId + '|' + block + '|' + round + '|' + number)))
        .sorted(Comparator.comparing(Drawn::key).thenComparing(Drawn::householdNo))
        .limit(size)
        .toList();
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }
}
