package org.censusflow.linkage.similarity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Mandarin readings of Han characters, without tone: clerks type names by their sound. A character
 * with several readings, as 单 (dan, shan, chan), sounds like any that shares one of them.
 *
 * <p>The table is loaded when it is first asked, see {@code comparison/readings.txt}.
 */
public final class Readings {

  private static final char FIRST = 0x4e00;
  private static final char LAST = 0x9fff;

  /** 416 syllables fit in nine bits, six of them (the most there are) in a number. */
  private static final int BITS = 9;

  private static final long[] OF = table();

  private Readings() {}

  /** Whether a character is one that the table may know. */
  public static boolean isHan(int c) {
    return c >= FIRST && c <= LAST;
  }

  /** Whether two characters are the same or have a reading in common. */
  public static boolean alike(int a, int b) {
    if (a == b) {
      return true;
    }
    if (!isHan(a) || !isHan(b)) {
      return false;
    }
    for (long x = OF[a - FIRST]; x != 0; x >>>= BITS) {
      for (long y = OF[b - FIRST]; y != 0; y >>>= BITS) {
        if (((x ^ y) & (1 << BITS) - 1) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static long[] table() {
    long[] readings = new long[LAST - FIRST + 1];
    int syllable = 0;
    String text = text();
    // The first line says where the table comes from.
    for (int i = text.indexOf('\n') + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        continue;
      }
      if (c == ' ') {
        syllable++;
      } else if (isHan(c)) {
        readings[c - FIRST] = readings[c - FIRST] << BITS | syllable;
      }
    }
    return readings;
  }

  private static String text() {
    try (InputStream in = Readings.class.getResourceAsStream("/comparison/readings.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
