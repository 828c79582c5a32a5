package org.censusflow.files;

import java.nio.charset.StandardCharsets;

/**
 * Looks for the streams by which an encrypted spreadsheet in a compound file ([MS-OFFCRYPTO] 2.3)
 * differs from an old .xls: both begin with the same bytes.
 */
final class Encrypted {

  private static final byte[] STREAM = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
  private static final byte[] INFO = "EncryptionInfo".getBytes(StandardCharsets.UTF_16LE);

  private final byte[] tail = new byte[2 * STREAM.length];
  private int kept;
  private boolean found;

  /** Looks further, across the borders of what is given piece by piece. */
  void add(byte[] buffer, int length) {
    if (found) {
      return;
    }
    int more = Math.min(STREAM.length, length);
    System.arraycopy(buffer, 0, tail, kept, more);
    found = in(buffer, length) || in(tail, kept + more);
    kept = Math.min(STREAM.length, length);
    System.arraycopy(buffer, length - kept, tail, 0, kept);
  }

  boolean found() {
    return found;
  }

  static boolean in(byte[] bytes, int length) {
    return holds(bytes, length, STREAM) || holds(bytes, length, INFO);
  }

  private static boolean holds(byte[] bytes, int length, byte[] wanted) {
    for (int i = 0; i <= length - wanted.length; i++) {
      int same = 0;
      while (same < wanted.length && bytes[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
