package org.censusflow.crosscheck.vault;

import java.io.IOException;
import org.censusflow.files.PiecewiseInput;

/** One stream out of numbered parts. */
final class PartsInput extends PiecewiseInput {

  /** Fetches the part with a number, from 1. */
  interface Source {
    byte[] part(int number) throws IOException;
  }

  private final int count;
  private final Source source;
  private int number;

  PartsInput(int count, Source source) {
    this.count = count;
    this.source = source;
  }

  @Override
  protected byte[] next() throws IOException {
    return number == count ? null : source.part(++number);
  }
}
