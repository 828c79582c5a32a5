package org.censusflow.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of any encoding as UTF-8; what is no character becomes the replacement character. */
final class Utf8Input extends InputStream {

  private static final int CHUNK = 1 << 15;

  private final Reader reader;
  private final char[] chars = new char[CHUNK];
  private byte[] out = {};
  private int at;

  /** A half of a character outside the basic plane waits here for its other half. */
  private int held;

  Utf8Input(InputStream in, Charset charset) {
    reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return more() ? out[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int size = Math.min(length, out.length - at);
    System.arraycopy(out, at, target, from, size);
    at += size;
    return size;
  }

  private boolean more() throws IOException {
    while (at == out.length) {
      int read = reader.read(chars, held, CHUNK - held);
      if (read < 0 && held == 0) {
        return false;
      }
      int filled = held + Math.max(0, read);
      held = read >= 0 && Character.isHighSurrogate(chars[filled - 1]) ? 1 : 0;
      out = new String(chars, 0, filled - held).getBytes(StandardCharsets.UTF_8);
      at = 0;
      if (held == 1) {
        chars[0] = chars[filled - 1];
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
