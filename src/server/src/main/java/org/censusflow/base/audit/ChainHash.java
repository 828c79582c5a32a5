package org.censusflow.base.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What links an entry to the one before it: the hash of the hash before, a line feed and the
 * entry's content. Both algorithms give 32 bytes; a link is written as {@code <algorithm>:<64 hex
 * digits>}, so that the algorithm may be changed while a chain grows.
 */
public enum ChainHash {
  SHA_256("SHA-256"),
  /** GB/T 32905, for systems that are assessed for national cryptography (GB/T 39786). */
  SM3("SM3");

  private static final HexFormat HEX = HexFormat.of();

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int BYTES = 32;

  private final String label;
  private final byte[] prefix;

  ChainHash(String label) {
    this.label = label;
    prefix = (label + ":").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * @throws IllegalArgumentException for any other name
   */
  public static ChainHash named(String label) {
    return find(label)
        .orElseThrow(() -> new IllegalArgumentException("SHA-256 or SM3, not " + label));
  }

  /** The algorithm that a link names. */
  static Optional<ChainHash> of(byte[] link) {
    return Arrays.stream(values())
        .filter(it -> link.length == it.prefix.length + 2 * BYTES)
        .filter(it -> Arrays.equals(link, 0, it.prefix.length, it.prefix, 0, it.prefix.length))
        .findFirst();
  }

  private static Optional<ChainHash> find(String label) {
    return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
  }

  /** The link of an entry; the one before the first is empty. */
  String link(String previous, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] before = previous.getBytes(StandardCharsets.US_ASCII);
    return label + ":" + HEX.formatHex(hash(digest(), before, bytes, 0, bytes.length));
  }

  /** Whether a link that {@link #of} knows is that of the content after the one before. */
  boolean fits(
      MessageDigest digest, byte[] link, byte[] previous, byte[] content, int from, int length) {
    byte[] hash = hash(digest, previous, content, from, length);
    for (int i = 0; i < BYTES; i++) {
      if (link[prefix.length + 2 * i] != DIGITS[hash[i] >> 4 & 15]
          || link[prefix.length + 2 * i + 1] != DIGITS[hash[i] & 15]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] hash(
      MessageDigest digest, byte[] previous, byte[] content, int from, int length) {
    digest.update(previous);
    digest.update((byte) '\n');
    digest.update(content, from, length);
    return digest.digest();
  }

  MessageDigest digest() {
    if (this == SM3) {
      return new org.bouncycastle.jcajce.provider.digest.SM3.Digest();
    }
    try {
      return MessageDigest.getInstance(label);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
