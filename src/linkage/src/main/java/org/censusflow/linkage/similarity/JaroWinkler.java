package org.censusflow.linkage.similarity;

/**
 * Jaro-Winkler similarity (M. A. Jaro 1989, W. E. Winkler 1990): the Jaro similarity, raised by a
 * tenth of what is missing for each of up to four common first characters. The raise applies from a
 * Jaro similarity of 0.7 on.
 */
public final class JaroWinkler {

  private JaroWinkler() {}

  /** Similarity between 0 (nothing in common) and 1 (equal). Two empty texts are equal. */
  public static double similarity(CharSequence a, CharSequence b) {
    int n = a.length();
    int m = b.length();
    if (n == 0 && m == 0) {
      return 1;
    }
    double jaro = n <= m ? jaro(a, b) : jaro(b, a);
    if (jaro < 0.7) {
      return jaro;
    }
    int prefix = 0;
    while (prefix < Math.min(4, Math.min(n, m)) && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    return jaro + prefix * 0.1 * (1 - jaro);
  }

  private static double jaro(CharSequence small, CharSequence large) {
    int n = small.length();
    int m = large.length();
    int range = Math.max(m / 2 - 1, 0);
    int[] matchOf = new int[n];
    boolean[] taken = new boolean[m];
    int matches = 0;
    for (int i = 0; i < n; i++) {
      matchOf[i] = -1;
      for (int j = Math.max(0, i - range); j < Math.min(m, i + range + 1); j++) {
        if (!taken[j] && small.charAt(i) == large.charAt(j)) {
          taken[j] = true;
          matchOf[i] = j;
          matches++;
          break;
        }
      }
    }
    if (matches == 0) {
      return 0;
    }
    int half = 0;
    int next = 0;
    for (int i = 0; i < n; i++) {
      if (matchOf[i] >= 0) {
        while (!taken[next]) {
          next++;
        }
        if (small.charAt(i) != large.charAt(next++)) {
          half++;
        }
      }
    }
    double common = matches;
    return (common / n + common / m + (common - half / 2.0) / common) / 3;
  }
}
