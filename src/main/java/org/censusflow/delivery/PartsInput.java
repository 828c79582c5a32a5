package org.censusflow.delivery;

import java.io.IOException;
import java.io.InputStream;

/** One stream out of numbered parts; holds one part at a time. */
final class PartsInput extends InputStream {

  /** Fetches the part with a number, from 1. */
  interface Source {
    byte[] part(int number) throws IOException;
  }

  private final int count;
  private final Source source;
  private int number;
  private byte[] part = new byte[0];
  private int at;

  PartsInput(int count, Source source) {
    this.count = count;
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    return more() ? part[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int size = Math.min(length, part.length - at);
    System.arraycopy(part, at, target, from, size);
    at += size;
    return size;
  }

  private boolean more() throws IOException {
    while (at == part.length) {
      if (number == count) {
        return false;
      }
      part = source.part(++number);
      at = 0;
    }
    return true;
  }
}
