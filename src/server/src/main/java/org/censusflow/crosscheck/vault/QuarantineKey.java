package org.censusflow.crosscheck.vault;

import java.util.Base64;
import org.censusflow.base.access.EmbeddedDatabase;
import org.censusflow.files.Sha256;
import org.springframework.util.StringUtils;

/**
 * The key that seals what departments hand over until it is read, and for longer what cannot be
 * read (AES with 256 bits).
 *
 * @param sample whether it is the published one, which seals nothing against anybody
 */
public record QuarantineKey(byte[] bytes, boolean sample) {

  static final String PROPERTY = "censusflow.quarantine.key";

  private static final int LENGTH = 32;

  /**
   * @param configured 32 bytes as Base64; blank when there is none
   * @throws QuarantineKeyRefused when there is none and the database is not the embedded one, or
   *     when it is not such a key
   */
  public static QuarantineKey of(String configured, EmbeddedDatabase embedded) {
    if (StringUtils.hasText(configured)) {
      return new QuarantineKey(decoded(configured.strip()), false);
    }
    if (embedded.present()) {
      return new QuarantineKey(Sha256.of("sample key of CensusFlow, published"), true);
    }
    throw QuarantineKeyRefused.missing();
  }

  private static byte[] decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length == LENGTH) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Said below, without the key in it.
    }
    throw QuarantineKeyRefused.malformed();
  }

  /** Without the key: records print all they hold, and logs are read by many. */
  @Override
  public String toString() {
    return "QuarantineKey[sample=" + sample + "]";
  }
}
