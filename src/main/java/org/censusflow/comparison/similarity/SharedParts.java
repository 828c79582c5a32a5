package org.censusflow.comparison.similarity;

import java.util.Arrays;

/**
 * Similarity by what two texts have in common, wherever it stands: words (Jaccard) and character
 * pairs (Dice).
 */
public final class SharedParts {

  private SharedParts() {}

  /**
   * Words in common over words in either (P. Jaccard 1901); words are runs of letters and digits,
   * each counted once.
   */
  public static double words(String a, String b) {
    String[] x = distinct(a.split("[^\\p{L}\\p{N}]+"));
    String[] y = distinct(b.split("[^\\p{L}\\p{N}]+"));
    int common = 0;
    for (String word : x) {
      if (Arrays.binarySearch(y, word) >= 0) {
        common++;
      }
    }
    int all = x.length + y.length - common;
    return all == 0 ? 1 : (double) common / all;
  }

  private static String[] distinct(String[] words) {
    return Arrays.stream(words)
        .filter(word -> !word.isEmpty())
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  /**
   * Twice the common pairs of neighbouring characters over all pairs (L. R. Dice 1945); repeated
   * pairs count as often.
   */
  public static double bigrams(CharSequence a, CharSequence b) {
    int[] x = pairs(a);
    int[] y = pairs(b);
    if (x.length == 0 || y.length == 0) {
      return a.toString().contentEquals(b) ? 1 : 0;
    }
    int common = 0;
    for (int i = 0, j = 0; i < x.length && j < y.length; ) {
      if (x[i] == y[j]) {
        common++;
        i++;
        j++;
      } else if (x[i] < y[j]) {
        i++;
      } else {
        j++;
      }
    }
    return 2.0 * common / (x.length + y.length);
  }

  private static int[] pairs(CharSequence text) {
    int[] pairs = new int[Math.max(0, text.length() - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = text.charAt(i) << 16 | text.charAt(i + 1);
    }
    Arrays.sort(pairs);
    return pairs;
  }
}
