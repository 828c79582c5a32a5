package org.censusflow.sample.population;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes lines in another order than they come: a window of lines is kept, and each new line drives
 * out one of them at random. Registers do not stand in the order of the census; memory stays
 * bounded by the window.
 */
final class ShuffledLines implements Closeable {

  private static final int WINDOW = 1 << 15;

  private final String[] window = new String[WINDOW];
  private final Writer out;
  private final Rng rng;
  private int filled;

  ShuffledLines(Writer out, Rng rng) {
    this.out = out;
    this.rng = rng;
  }

  void write(String line) throws IOException {
    if (filled < WINDOW) {
      window[filled++] = line;
      return;
    }
    int at = rng.below(WINDOW);
    out.write(window[at]);
    window[at] = line;
  }

  @Override
  public void close() throws IOException {
    while (filled > 0) {
      int at = rng.below(filled);
      out.write(window[at]);
      window[at] = window[--filled];
    }
    out.close();
  }
}
