package org.censusflow.registration.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A file as it lies on disk: what it is, whatever its name says.
 *
 * @param format {@code csv} or {@code xlsx}
 */
record SourceFile(Path path, String format, Charset encoding) {

  private static final Set<String> ENCODINGS = Set.of("UTF-8", "GB18030", "GBK", "GB2312");
  private static final long LARGEST_SHEET = 1L << 30;
  private static final int HEAD = 8192;

  /**
   * @throws IntakeRefused when it is neither a CSV file nor a spreadsheet
   */
  static SourceFile open(Path path, String name, String encoding) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
    Charset charset = charset(encoding);
    boolean zip =
        head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    boolean namedSheet = name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    if (zip && namedSheet) {
      checkSheet(path);
      return new SourceFile(path, "xlsx", charset);
    }
    if (zip) {
      throw new IntakeRefused("CF-E820 文件内容是压缩包，不是 CSV 文件。请解压后上传其中的 CSV 或 xlsx 文件。");
    }
    if (namedSheet || head.length > 1 && head[0] == (byte) 0xd0 && head[1] == (byte) 0xcf) {
      throw new IntakeRefused("CF-E820 文件内容不是 xlsx 电子表格，请用 xlsx 格式另存后重新上传。");
    }
    for (byte b : head) {
      if (b == 0) {
        throw new IntakeRefused("CF-E820 文件不是 CSV 文本（可能是 UTF-16 或其他二进制文件），请另存为 UTF-8 编码的 CSV。");
      }
    }
    return new SourceFile(path, "csv", charset);
  }

  private static Charset charset(String encoding) {
    String wanted =
        encoding == null || encoding.isBlank() ? "UTF-8" : encoding.toUpperCase(Locale.ROOT);
    try {
      if (ENCODINGS.contains(wanted)) {
        // GB 18030 holds all of GBK and GB 2312.
        return Charset.forName(wanted.equals("UTF-8") ? wanted : "GB18030");
      }
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // falls through to the refusal
    }
    throw new IntakeRefused("CF-E822 编码只能是 UTF-8 或 GB18030。");
  }

  /** A sheet that unpacks to more than any district needs is not unpacked. */
  private static void checkSheet(Path path) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      long size = zip.stream().mapToLong(ZipEntry::getSize).map(bytes -> Math.max(bytes, 0)).sum();
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new IntakeRefused("CF-E820 文件内容不是 xlsx 电子表格，请用 xlsx 格式另存后重新上传。");
      }
      if (size > LARGEST_SHEET) {
        throw new IntakeRefused("CF-E820 电子表格展开后超过 1 GB，请改用 CSV 文件。");
      }
    } catch (ZipException e) {
      throw new IntakeRefused("CF-E820 电子表格已损坏，请重新导出后上传。");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  RecordSource records() throws IOException {
    return "xlsx".equals(format) ? new XlsxForms(path) : new CsvForms(path, encoding);
  }
}
