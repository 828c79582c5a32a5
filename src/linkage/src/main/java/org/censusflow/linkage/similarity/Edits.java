package org.censusflow.linkage.similarity;

/**
 * Levenshtein distance with a limit (V. I. Levenshtein 1966; banded as by E. Ukkonen 1985).
 * Characters are code points.
 */
public final class Edits {

  private Edits() {}

  /**
   * Whether at most {@code limit} insertions, deletions and replacements turn one text into the
   * other.
   */
  public static boolean atMost(int limit, CharSequence a, CharSequence b) {
    return atMost(limit, a.codePoints().toArray(), b.codePoints().toArray());
  }

  static boolean atMost(int limit, int[] a, int[] b) {
    int from = 0;
    int aTo = a.length;
    int bTo = b.length;
    while (from < aTo && from < bTo && a[from] == b[from]) {
      from++;
    }
    while (aTo > from && bTo > from && a[aTo - 1] == b[bTo - 1]) {
      aTo--;
      bTo--;
    }
    int n = aTo - from;
    int m = bTo - from;
    if (Math.abs(n - m) > limit) {
      return false;
    }
    if (n == 0 || m == 0) {
      return Math.max(n, m) <= limit;
    }
    return distance(limit, a, b, from, n, m) <= limit;
  }

  private static int distance(int limit, int[] a, int[] b, int from, int n, int m) {
    int[] row = new int[m + 1];
    for (int j = 0; j <= m; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= n; i++) {
      int diagonal = row[0];
      row[0] = i;
      int best = i;
      for (int j = 1; j <= m; j++) {
        int replaced = diagonal + (a[from + i - 1] == b[from + j - 1] ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
        best = Math.min(best, row[j]);
      }
      if (best > limit) {
        return limit + 1;
      }
    }
    return row[m];
  }
}
