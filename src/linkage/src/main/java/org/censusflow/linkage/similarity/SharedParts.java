package org.censusflow.linkage.similarity;

import java.util.Arrays;
import org.censusflow.linkage.population.Hashing;

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
    long[] x = hashes(a);
    long[] y = hashes(b);
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
    int all = x.length + y.length - common;
    return all == 0 ? 1 : (double) common / all;
  }

  /** The distinct words as hashes, ascending: without a piece of text for each. */
  private static long[] hashes(String text) {
    long[] words = new long[8];
    int size = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); ) {
      int c = i < text.length() ? text.codePointAt(i) : ' ';
      i += Character.charCount(c);
      if (isPartOfWord(c)) {
        word = Hashing.orOne(Hashing.combine(word, c));
      } else if (word != 0) {
        words = size == words.length ? Arrays.copyOf(words, 2 * size) : words;
        words[size++] = word;
        word = 0;
      }
    }
    Arrays.sort(words, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || words[i] != words[i - 1]) {
        words[distinct++] = words[i];
      }
    }
    return Arrays.copyOf(words, distinct);
  }

  /** Letters and numbers of any script, as {@code \p{L}} and {@code \p{N}}. */
  private static boolean isPartOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.LETTER_NUMBER
        || Character.getType(c) == Character.OTHER_NUMBER;
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
