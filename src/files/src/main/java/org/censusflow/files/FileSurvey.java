package org.censusflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a first pass over a file's bytes tells.
 *
 * @param kind what it is, whatever it is called
 * @param charset how to read the text; null when it is none
 * @param faults places that are no characters of that encoding, few enough to read the rest
 * @param mark whether a byte-order mark stands in front
 * @param doubtful whether the bytes fit the encoding and the text hardly makes sense in it; never
 *     of an encoding that was named
 */
public record FileSurvey(
    String sha256,
    long bytes,
    FileKind kind,
    Charset charset,
    long faults,
    boolean mark,
    boolean doubtful) {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int BUFFER = 1 << 16;

  /** One broken place in so many bytes is a slip in a row; more are a different encoding. */
  private static final long BYTES_A_FAULT = 10_000;

  /** So many broken places, and the rest need not be counted. */
  private static final long OTHER_ENCODING = 1_000_000;

  /** So many characters of several bytes for each broken place, and the text is UTF-8. */
  private static final int CHARACTERS_A_FAULT = 4;

  /**
   * Reads a file once; a text that is no UTF-8 once or twice more.
   *
   * @param declared the encoding that was named with the file; null or blank when it is to be found
   *     out
   * @throws Unreadable when no encoding has that name
   */
  public static FileSurvey of(Content file, String declared) throws IOException {
    Charset named = named(declared);
    MessageDigest digest = Sha256.digest();
    CharsetTrial utf8 = new CharsetTrial(StandardCharsets.UTF_8);
    Encrypted encrypted = new Encrypted();
    FileKind kind = null;
    byte[] head = {};
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = file.open()) {
      for (int read = in.readNBytes(buffer, 0, BUFFER);
          read > 0;
          read = in.readNBytes(buffer, 0, BUFFER)) {
        if (kind == null) {
          kind = FileKind.of(buffer, read);
          head = Arrays.copyOf(buffer, Math.min(4096, read));
        }
        digest.update(buffer, 0, read);
        if (kind == FileKind.CSV && utf8.faultsSoFar() < OTHER_ENCODING) {
          utf8.add(buffer, 0, read);
        } else if (kind == FileKind.OLD_EXCEL) {
          encrypted.add(buffer, read);
        }
        bytes += read;
      }
    }
    String hash = Sha256.hex(digest);
    if (kind == null) {
      return new FileSurvey(hash, 0, FileKind.CSV, StandardCharsets.UTF_8, 0, false, false);
    }
    if (kind != FileKind.CSV) {
      kind = encrypted.found() ? FileKind.PROTECTED : kind;
      return new FileSurvey(hash, bytes, kind, null, 0, false, false);
    }
    FileSurvey text = new FileSurvey(hash, bytes, kind, StandardCharsets.UTF_8, 0, false, false);
    return text.decided(file, head, utf8.end(), named);
  }

  private static Charset named(String declared) {
    if (declared == null || declared.isBlank()) {
      return null;
    }
    String name = declared.strip().toUpperCase(Locale.ROOT);
    try {
      // GB 18030 holds all of GB 2312 and, but for a handful of characters, of GBK.
      return Charset.forName(name.startsWith("GB2312") ? "GB18030" : name);
    } catch (IllegalCharsetNameException | java.nio.charset.UnsupportedCharsetException e) {
      throw new Unreadable("没有名为所写编码的文字编码：请写 UTF-8、GB18030、GBK、UTF-16 或 Big5，或者不写，由系统判断。");
    }
  }

  private FileSurvey decided(Content file, byte[] head, CharsetTrial utf8, Charset named)
      throws IOException {
    Charset wide = FileKind.wide(head, head.length);
    if (wide != null) {
      boolean marked =
          FileKind.starts(head, head.length, "\u00ff\u00fe")
              || FileKind.starts(head, head.length, "\u00fe\u00ff");
      return with(wide, trial(file, wide), marked, named);
    }
    boolean mark = FileKind.starts(head, head.length, "\u00ef\u00bb\u00bf");
    if (mark) {
      return with(StandardCharsets.UTF_8, utf8, true, named);
    }
    if (named != null && !named.name().startsWith("UTF")) {
      CharsetTrial trial = trial(file, isGb(named) ? GB18030 : named);
      if (trial.faults() <= utf8.faults()) {
        return with(charset(file, named, trial), trial, false, named);
      }
    }
    boolean slips = utf8.faults() > 0;
    if (utf8.faults() * CHARACTERS_A_FAULT <= utf8.wide() && !(slips && utf8.doubtful())) {
      return with(StandardCharsets.UTF_8, utf8, false, named);
    }
    CharsetTrial gb = trial(file, GB18030);
    return gb.faults() < utf8.faults()
        ? with(charset(file, GB18030, gb), gb, false, named)
        : with(StandardCharsets.UTF_8, utf8, false, named);
  }

  private static boolean isGb(Charset charset) {
    return charset.equals(GBK) || charset.equals(GB18030);
  }

  /** GBK where it holds all of the text, which the receipt then says. */
  private static Charset charset(Content file, Charset found, CharsetTrial trial)
      throws IOException {
    boolean gbk = isGb(found) && trial.faults() == 0 && trial(file, GBK).faults() == 0;
    return gbk ? GBK : isGb(found) ? GB18030 : found;
  }

  private static CharsetTrial trial(Content file, Charset charset) throws IOException {
    CharsetTrial trial = new CharsetTrial(charset);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = file.open()) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        trial.add(buffer, 0, read);
      }
    }
    return trial.end();
  }

  private FileSurvey with(Charset found, CharsetTrial trial, boolean marked, Charset named) {
    boolean asNamed = named != null && (named.equals(found) || isGb(named) && isGb(found));
    return new FileSurvey(
        sha256, bytes, kind, found, trial.faults(), marked, !asNamed && trial.doubtful());
  }

  /** Why the file is not read as a table, in Chinese; null when it is. */
  public String refusal() {
    if (kind.refusal() != null) {
      return kind.refusal();
    }
    if (faults > 1 + bytes / BYTES_A_FAULT) {
      return "文件既不是 UTF-8 也不是 GB 18030 编码的文本，请重新导出，另存为 UTF-8 后重新上传。";
    }
    return doubtful
        ? "文件的文字编码存疑：按 "
            + charset.name()
            + " 读出的文字不像姓名和地址（可能是 Big5 等其他编码，或导出时已经损坏）。请另存为 UTF-8 后重新上传，或者在上传时写明编码（encoding）。"
        : null;
  }

  /** What the receipt says; null when it is no text. */
  public String encodingName() {
    if (charset == null) {
      return null;
    }
    if (charset.name().startsWith("UTF-16")) {
      return "UTF-16";
    }
    return mark && charset.equals(StandardCharsets.UTF_8) ? "UTF-8（带 BOM）" : charset.name();
  }

  /** Says in the notes what is to be said of the encoding. */
  public void note(String declared, Notes notes) {
    if (declared != null
        && !declared.isBlank()
        && charset != null
        && !encodingName().startsWith(declared.toUpperCase(Locale.ROOT))
        && !(declared.toUpperCase(Locale.ROOT).startsWith("GB") && isGb(charset))) {
      notes.line("申报编码 " + declared + "，文件实为 " + encodingName() + "，按实际编码读取");
    }
    if (faults > 0) {
      notes.line("文件中有 " + faults + " 处字符无法识别，所在的行已拒收");
    }
  }
}
