package org.censusflow.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Reads a file in one encoding on trial: what does not fit, and whether the rest makes sense. */
final class CharsetTrial {

  private static final int CHUNK = 1 << 16;

  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK + 16);
  private final CharBuffer chars = CharBuffer.allocate(CHUNK);
  private final Everyday everyday = new Everyday();
  private long faults;
  private long wide;

  CharsetTrial(Charset charset) {
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  void add(byte[] text, int from, int length) {
    for (int done = 0; done < length; ) {
      int size = Math.min(bytes.remaining(), length - done);
      bytes.put(text, from + done, size);
      done += size;
      decode(false);
    }
  }

  private void decode(boolean end) {
    bytes.flip();
    while (true) {
      chars.clear();
      CoderResult result = decoder.decode(bytes, chars, end);
      count(chars.array(), chars.position());
      if (result.isError()) {
        faults++;
        bytes.position(bytes.position() + result.length());
      } else if (result.isUnderflow()) {
        break;
      }
    }
    bytes.compact();
  }

  private void count(char[] decoded, int length) {
    int beyond = 0;
    for (int i = 0; i < length; i++) {
      beyond += decoded[i] >> 7 == 0 ? 0 : 1;
    }
    wide += beyond;
    everyday.add(decoded, length);
  }

  long faultsSoFar() {
    return faults;
  }

  /** Ends the text: a character that was cut off is a fault. */
  CharsetTrial end() {
    decode(true);
    decoder.reset();
    return this;
  }

  /** How many places are no characters of the encoding. */
  long faults() {
    return faults;
  }

  /** How many characters beyond ASCII were read. */
  long wide() {
    return wide;
  }

  /** Whether what was read is hardly what anybody writes. */
  boolean doubtful() {
    return everyday.missing();
  }
}
