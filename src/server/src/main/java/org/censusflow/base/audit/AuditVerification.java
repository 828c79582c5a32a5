package org.censusflow.base.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies a chain that was taken out of the database, entry by entry, with nothing but the file.
 * Whoever can write the database could still cut the end off, or make the chain anew from some
 * entry on: for that a root is needed that was kept elsewhere.
 */
public final class AuditVerification {

  /** No entry is as long: its fields are bounded by the table. */
  private static final int LONGEST = 1 << 16;

  private static final byte[] HASH = AuditLine.HASH.getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = AuditLine.END.getBytes(StandardCharsets.US_ASCII);

  private final Map<ChainHash, MessageDigest> digests = new EnumMap<>(ChainHash.class);
  private final long keptCount;
  private final byte[] keptLink;

  private long count;

  /** Bytes, not text: a million strings would cost more than the hashes. */
  private byte[] link = {};

  private AuditVerification(ChainRoot kept) {
    keptCount = kept.count();
    keptLink = kept.link().getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * @param root the last sound entry
   * @param fault what is wrong with the next line; null when the whole file is sound
   */
  public record Result(ChainRoot root, String fault) {

    public boolean sound() {
      return fault == null;
    }

    /** Number of the first line that is wrong, from 1. */
    public long line() {
      return root.count() + 1;
    }
  }

  /**
   * @param kept a root of earlier that the file has to lead through
   */
  public static Result verify(InputStream file, Optional<ChainRoot> kept) throws IOException {
    return new AuditVerification(kept.orElse(ChainRoot.EMPTY)).run(file);
  }

  private Result run(InputStream file) throws IOException {
    byte[] buffer = new byte[16 * LONGEST];
    int held = 0;
    for (int read; (read = file.read(buffer, held, buffer.length - held)) > 0; ) {
      held += read;
      int from = 0;
      for (int at = held - read; at < held; at++) {
        if (buffer[at] == '\n') {
          String fault = line(buffer, from, at);
          if (fault != null) {
            return result(fault);
          }
          from = at + 1;
        }
      }
      held -= from;
      System.arraycopy(buffer, from, buffer, 0, held);
      if (held > LONGEST) {
        return result("is longer than any entry");
      }
    }
    return result(held > 0 ? "is not complete" : cutOff());
  }

  private Result result(String fault) {
    return new Result(new ChainRoot(count, new String(link, StandardCharsets.US_ASCII)), fault);
  }

  private String cutOff() {
    return count < keptCount
        ? "is missing: the root that was kept counts " + keptCount + " entries"
        : null;
  }

  /** Takes the next line in; what is wrong with it, or null. */
  private String line(byte[] text, int from, int to) {
    int hash = hashOf(text, from, to);
    if (hash < 0) {
      return "is not an entry with its hash";
    }
    byte[] start = AuditLine.start(count + 1).getBytes(StandardCharsets.US_ASCII);
    if (!startsWith(text, from, hash, start)) {
      return "is not entry " + (count + 1) + ": one was taken out, put in or moved";
    }
    byte[] written = Arrays.copyOfRange(text, hash + HASH.length, to - END.length);
    ChainHash algorithm = ChainHash.of(written).orElse(null);
    if (algorithm == null) {
      return "names no known hash";
    }
    MessageDigest digest = digests.computeIfAbsent(algorithm, ChainHash::digest);
    if (!algorithm.fits(digest, written, link, text, from, hash - from)) {
      return "was altered: its hash does not fit its content and the entry before";
    }
    if (keptCount == count + 1 && !Arrays.equals(keptLink, written)) {
      return "is not the entry of the root that was kept: the chain was made anew";
    }
    count++;
    link = written;
    return null;
  }

  /** Where the hash of a line begins; -1 for a line without one. */
  private static int hashOf(byte[] text, int from, int to) {
    if (to - from < HASH.length + END.length || !startsWith(text, to - END.length, to, END)) {
      return -1;
    }
    for (int at = to - END.length - HASH.length; at >= from; at--) {
      if (startsWith(text, at, to, HASH)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] text, int from, int to, byte[] start) {
    return to - from >= start.length
        && Arrays.equals(text, from, from + start.length, start, 0, start.length);
  }
}
