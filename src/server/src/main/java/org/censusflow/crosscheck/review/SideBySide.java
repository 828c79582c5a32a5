package org.censusflow.crosscheck.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.censusflow.base.access.Masking;
import org.censusflow.crosscheck.review.ReviewView.Field;
import org.censusflow.crosscheck.review.ReviewView.Piece;

/** Sets two values against each other, so that the eye falls on the characters that differ. */
final class SideBySide {

  private SideBySide() {}

  /** Two texts; characters that are not part of the longest common subsequence differ. */
  static Field texts(String label, String census, String register) {
    int[] a = codePoints(census);
    int[] b = codePoints(register);
    boolean[] commonA = new boolean[a.length];
    boolean[] commonB = new boolean[b.length];
    if (a.length == 0 || b.length == 0) {
      return new Field(label, alike(a), alike(b));
    }
    int[][] longest = new int[a.length + 1][b.length + 1];
    for (int i = a.length - 1; i >= 0; i--) {
      for (int j = b.length - 1; j >= 0; j--) {
        longest[i][j] =
            a[i] == b[j]
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        commonA[i++] = true;
        commonB[j++] = true;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return new Field(label, pieces(a, commonA), pieces(b, commonB));
  }

  /**
   * Two identity numbers: where they differ is marked, in what they differ is not shown (see {@link
   * Masking}). Nothing is marked when one of them is missing.
   */
  static Field numbers(String label, String census, String register) {
    int[] a = codePoints(census);
    int[] b = codePoints(register);
    boolean[] commonA = new boolean[a.length];
    boolean[] commonB = new boolean[b.length];
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      boolean alike = a.length == 0 || b.length == 0 || a.length == b.length && a[i] == b[i];
      set(commonA, i, alike);
      set(commonB, i, alike);
    }
    return new Field(label, pieces(masked(a), commonA), pieces(masked(b), commonB));
  }

  private static void set(boolean[] places, int place, boolean value) {
    if (place < places.length) {
      places[place] = value;
    }
  }

  private static int[] masked(int[] number) {
    int shown = Masking.shown(number.length);
    Arrays.fill(number, 0, number.length - shown, '*');
    return number;
  }

  private static List<Piece> alike(int[] text) {
    return text.length == 0 ? List.of() : List.of(new Piece(text(text), false));
  }

  private static List<Piece> pieces(int[] text, boolean[] common) {
    List<Piece> pieces = new ArrayList<>();
    for (int from = 0, to; from < text.length; from = to) {
      to = from + 1;
      while (to < text.length && common[to] == common[from]) {
        to++;
      }
      pieces.add(new Piece(new String(text, from, to - from), !common[from]));
    }
    return pieces;
  }

  private static String text(int[] codePoints) {
    return new String(codePoints, 0, codePoints.length);
  }

  private static int[] codePoints(String text) {
    return text == null ? new int[0] : text.strip().codePoints().toArray();
  }
}
