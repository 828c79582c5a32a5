package org.censusflow.crosscheck.delivery;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Counts how often a file's bytes are no characters of one encoding. */
final class CharsetTrial {

  private static final int CHUNK = 1 << 16;

  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK + 16);
  private final CharBuffer chars = CharBuffer.allocate(CHUNK);
  private long faults;

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
      if (result.isError()) {
        faults++;
        bytes.position(bytes.position() + result.length());
      } else if (result.isUnderflow()) {
        break;
      }
    }
    bytes.compact();
  }

  long faultsSoFar() {
    return faults;
  }

  /** How many places could not be read. */
  long faults() {
    decode(true);
    decoder.reset();
    return faults;
  }
}
