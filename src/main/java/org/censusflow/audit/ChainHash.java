package org.censusflow.audit;

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

  private final String label;

  ChainHash(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * @throws IllegalArgumentException for any other name
   */
  public static ChainHash named(String label) {
    return find(label)
        .orElseThrow(() -> new IllegalArgumentException("SHA-256 or SM3, not " + label));
  }

  /** The algorithm that a link names. */
  static Optional<ChainHash> of(String link) {
    return find(link.substring(0, Math.max(0, link.indexOf(':'))));
  }

  private static Optional<ChainHash> find(String label) {
    return Arrays.stream(values()).filter(it -> it.label.equals(label)).findFirst();
  }

  /** The link of an entry; the one before the first is empty. */
  String link(String previous, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return link(digest(), previous, bytes, 0, bytes.length);
  }

  String link(MessageDigest digest, String previous, byte[] content, int from, int length) {
    digest.update(previous.getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) '\n');
    digest.update(content, from, length);
    return label + ":" + HEX.formatHex(digest.digest());
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
