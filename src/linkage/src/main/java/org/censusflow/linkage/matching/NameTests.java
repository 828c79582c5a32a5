package org.censusflow.linkage.matching;

import java.util.Arrays;
import org.censusflow.linkage.similarity.Readings;
import org.censusflow.linkage.similarity.Soundex;

/** Tests on two names that need more than one character at a time. */
final class NameTests {

  private NameTests() {}

  static boolean reordered(String a, String b) {
    if (a.length() != b.length()) {
      return words(a, b);
    }
    int[] x = a.codePoints().sorted().toArray();
    int[] y = b.codePoints().sorted().toArray();
    return Arrays.equals(x, y);
  }

  private static boolean words(String a, String b) {
    return a.indexOf(' ') > 0 && b.indexOf(' ') > 0 && Arrays.equals(sorted(a), sorted(b));
  }

  private static String[] sorted(String name) {
    String[] words = name.split("[ ,]+");
    Arrays.sort(words);
    return words;
  }

  /** Han characters by their readings, one by one; Latin letters by Soundex. */
  static boolean sameSound(String a, String b) {
    if (Readings.isHan(a.codePointAt(0)) && Readings.isHan(b.codePointAt(0))) {
      return sameReadings(a.codePoints().toArray(), b.codePoints().toArray());
    }
    long code = Soundex.code(a);
    return code != 0 && code == Soundex.code(b);
  }

  private static boolean sameReadings(int[] a, int[] b) {
    boolean same = a.length == b.length;
    for (int i = 0; same && i < a.length; i++) {
      same = Readings.alike(a[i], b[i]);
    }
    return same;
  }
}
