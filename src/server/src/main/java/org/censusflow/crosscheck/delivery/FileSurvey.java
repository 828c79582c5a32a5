package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.censusflow.files.Sha256;

/**
 * What a first pass over a file's bytes tells: hash, size, format, encoding.
 *
 * @param charset how to read the text; null when it is none
 * @param faults places that are no characters of that encoding, few enough to read the rest
 * @param mark whether a byte-order mark stands in front
 */
record FileSurvey(
    String sha256, long bytes, FileFormat format, Charset charset, long faults, boolean mark) {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BUFFER = 1 << 16;

  /** One broken place in so many bytes is a slip in a row; more are a different encoding. */
  private static final long BYTES_A_FAULT = 10_000;

  /** So many broken places, and the rest need not be counted. */
  private static final long OTHER_ENCODING = 1_000_000;

  /** Opens the file from its beginning, as often as it is needed. */
  interface Source {
    InputStream open() throws IOException;
  }

  /**
   * @param declared the encoding that the department named; null when it is to be found out
   * @throws Unreadable when it is a text in no known encoding
   */
  static FileSurvey of(Source file, String declared) throws IOException {
    MessageDigest digest = Sha256.digest();
    CharsetTrial utf8 = new CharsetTrial(StandardCharsets.UTF_8);
    FileFormat format = null;
    byte[] head = {};
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = file.open()) {
      for (int read = in.readNBytes(buffer, 0, BUFFER);
          read > 0;
          read = in.readNBytes(buffer, 0, BUFFER)) {
        if (format == null) {
          format = FileFormat.of(buffer, read);
          head = java.util.Arrays.copyOf(buffer, Math.min(3, read));
        }
        digest.update(buffer, 0, read);
        if (format == FileFormat.CSV && utf8.faultsSoFar() < OTHER_ENCODING) {
          utf8.add(buffer, 0, read);
        }
        bytes += read;
      }
    }
    String hash = Sha256.hex(digest);
    if (format == null) {
      return new FileSurvey(hash, 0, FileFormat.CSV, StandardCharsets.UTF_8, 0, false);
    }
    if (format != FileFormat.CSV) {
      return new FileSurvey(hash, bytes, format, null, 0, false);
    }
    FileSurvey text =
        new FileSurvey(hash, bytes, format, StandardCharsets.UTF_8, utf8.faults(), false);
    return text.decided(file, head, declared);
  }

  private FileSurvey decided(Source file, byte[] head, String declared) throws IOException {
    if (head.length >= 2 && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe) {
      return with(StandardCharsets.UTF_16, 0, true);
    }
    if (head.length == 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && faults == 0) {
      return with(StandardCharsets.UTF_8, 0, true);
    }
    boolean gbDeclared = declared != null && declared.toUpperCase(Locale.ROOT).startsWith("GB");
    if (faults == 0 && !gbDeclared) {
      return this;
    }
    long inGbk = faults(file, GBK);
    FileSurvey gb = inGbk == 0 ? with(GBK, 0, false) : with(GB18030, faults(file, GB18030), false);
    return gb.faults < faults || gb.faults == 0 && gbDeclared ? gb : this;
  }

  private static long faults(Source file, Charset charset) throws IOException {
    CharsetTrial trial = new CharsetTrial(charset);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = file.open()) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        trial.add(buffer, 0, read);
      }
    }
    return trial.faults();
  }

  private FileSurvey with(Charset found, long faults, boolean mark) {
    return new FileSurvey(sha256, bytes, format, found, faults, mark);
  }

  /** Whether so many places are broken that reading the rest would be guessing. */
  boolean unreadable() {
    return faults > 1 + bytes / BYTES_A_FAULT;
  }

  /** What the receipt says. */
  String encodingName() {
    if (charset == null) {
      return null;
    }
    return mark && charset.equals(StandardCharsets.UTF_8) ? "UTF-8（带 BOM）" : charset.name();
  }
}
