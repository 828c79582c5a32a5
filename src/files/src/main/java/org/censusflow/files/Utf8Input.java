package org.censusflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of any encoding as UTF-8; what is no character becomes the replacement character. */
final class Utf8Input extends PiecewiseInput {

  private static final int CHUNK = 1 << 15;

  private final Reader reader;
  private final char[] chars = new char[CHUNK];

  /** A half of a character outside the basic plane waits here for its other half. */
  private int held;

  Utf8Input(InputStream in, Charset charset) {
    reader = new InputStreamReader(in, charset);
  }

  @Override
  protected byte[] next() throws IOException {
    int read = reader.read(chars, held, CHUNK - held);
    if (read < 0 && held == 0) {
      return null;
    }
    int filled = held + Math.max(0, read);
    held = read >= 0 && Character.isHighSurrogate(chars[filled - 1]) ? 1 : 0;
    byte[] piece = new String(chars, 0, filled - held).getBytes(StandardCharsets.UTF_8);
    if (held == 1) {
      chars[0] = chars[filled - 1];
    }
    return piece;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
