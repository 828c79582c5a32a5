package org.censusflow.files;

import java.io.IOException;
import java.io.InputStream;

/** A stream that comes piece by piece; it holds one piece at a time. */
public abstract class PiecewiseInput extends InputStream {

  private byte[] piece = {};
  private int at;

  /** The next piece, which may be empty; null after the last. */
  protected abstract byte[] next() throws IOException;

  @Override
  public final int read() throws IOException {
    return more() ? piece[at++] & 0xff : -1;
  }

  @Override
  public final int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int size = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, target, from, size);
    at += size;
    return size;
  }

  private boolean more() throws IOException {
    while (at == piece.length) {
      byte[] next = next();
      if (next == null) {
        return false;
      }
      piece = next;
      at = 0;
    }
    return true;
  }
}
