package org.censusflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4), by which files and rows are known again, in lower-case hexadecimal where it
 * is written down.
 */
public final class Sha256 {

  private Sha256() {}

  /** One to be filled piece by piece; for one thread at a time. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  public static byte[] of(byte[] content) {
    return digest().digest(content);
  }

  /** Of a text's bytes in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String hex(byte[] content) {
    return hex(digest(), content, content.length);
  }

  /** Of the first bytes of a buffer. */
  public static String hex(byte[] buffer, int length) {
    return hex(digest(), buffer, length);
  }

  /** Of a text's bytes in UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of all that the digest was filled with, which it forgets. */
  public static String hex(MessageDigest filled) {
    return HexFormat.of().formatHex(filled.digest());
  }

  /** Of a file of any size. */
  public static String hex(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return hex(digest);
  }

  private static String hex(MessageDigest digest, byte[] buffer, int length) {
    digest.update(buffer, 0, length);
    return hex(digest);
  }
}
