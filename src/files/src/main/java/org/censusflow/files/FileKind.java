package org.censusflow.files;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, told by its bytes; what it is called says nothing. */
public enum FileKind {
  CSV(null),
  /** A zip archive; whether a spreadsheet is inside shows when it is opened. */
  XLSX(null),
  PROTECTED("文件设有打开密码，无法读取：请在 Excel 或 WPS 中打开，去掉密码（文件 → 信息 → 保护工作簿）并保存后重新上传。"),
  OLD_EXCEL("文件是旧版 Excel（.xls）格式，请另存为 .xlsx 或 CSV 后重新上传。"),
  WEB_PAGE("文件其实是网页（HTML），不是表格：请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。"),
  XML_SPREADSHEET("文件是 XML 表格（Excel 2003 XML），请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。"),
  OPEN_DOCUMENT("文件是 OpenDocument 表格（.ods），请另存为 .xlsx 或 CSV 后重新上传。"),
  BINARY_EXCEL("文件是 Excel 二进制工作簿（.xlsb），请另存为 .xlsx 后重新上传。"),
  ARCHIVE("文件是压缩包，不是数据文件，请解压后上传其中的 CSV 或 .xlsx 文件。"),
  PDF("文件是 PDF 文档，不是数据文件，请从业务系统导出 CSV 或 .xlsx 后重新上传。"),
  DOCUMENT("文件是文档或图片，不是数据文件，请导出为 CSV 或 .xlsx 后重新上传。"),
  JSON("文件是 JSON，不是表格，请导出为 CSV 或 .xlsx 后重新上传。"),
  BINARY("文件不是文本，请导出为 CSV 或 .xlsx 后重新上传。");

  private static final int SNIFFED = 4096;
  private static final int LEAST_ZEROS = 4;

  private final String refusal;

  FileKind(String refusal) {
    this.refusal = refusal;
  }

  /** Why a file of this kind is not read as a table, and what to do; null when it is read. */
  public String refusal() {
    return refusal;
  }

  /** As it stands in receipts, e.g. {@code old-excel}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Told by the first bytes.
   *
   * @param length how many of them there are; a few thousand are enough
   */
  public static FileKind of(byte[] head, int length) {
    if (starts(head, length, "PK\u0003\u0004")) {
      return zipped(head, length);
    }
    if (starts(head, length, "\u00d0\u00cf\u0011\u00e0")) {
      return Encrypted.in(head, length) ? PROTECTED : OLD_EXCEL;
    }
    if (starts(head, length, "Rar!")
        || starts(head, length, "7z\u00bc\u00af")
        || starts(head, length, "\u001f\u008b")
        || starts(head, length, "BZh")
        || starts(head, length, "\u00fd7zXZ")
        || starts(head, length, "PK")) {
      return ARCHIVE;
    }
    if (starts(head, length, "%PDF")) {
      return PDF;
    }
    if (starts(head, length, "\u0089PNG")
        || starts(head, length, "\u00ff\u00d8\u00ff")
        || starts(head, length, "{\\rtf")) {
      return DOCUMENT;
    }
    if (starts(head, length, "\u0009\u0008\u0010\u0000") || starts(head, length, "\u0009\u0000")) {
      return OLD_EXCEL;
    }
    if (starts(head, length, "\u00ff\u00fe\u0000\u0000")) {
      return BINARY;
    }
    Charset wide = wide(head, length);
    for (int i = 0; i < length && wide == null; i++) {
      if (head[i] == 0) {
        return BINARY;
      }
    }
    return written(text(head, Math.min(length, SNIFFED), wide));
  }

  /** UTF-16 by its mark or, without one, by the zeros of ASCII; null for anything else. */
  static Charset wide(byte[] head, int length) {
    if (starts(head, length, "\u00ff\u00fe")) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(head, length, "\u00fe\u00ff")) {
      return StandardCharsets.UTF_16BE;
    }
    int even = 0;
    int odd = 0;
    int looked = Math.min(length, SNIFFED) & ~1;
    for (int i = 0; i < looked; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    // Separators and line breaks alone are zeros enough; a zero on the wrong side is none.
    boolean enough = even + odd >= LEAST_ZEROS && (even + odd) * 25 > looked;
    if (enough && even == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return enough && odd == 0 ? StandardCharsets.UTF_16BE : null;
  }

  private static String text(byte[] head, int length, Charset wide) {
    Charset charset = wide == null ? StandardCharsets.UTF_8 : wide;
    String text = charset.decode(ByteBuffer.wrap(head, 0, length)).toString();
    return (text.startsWith("\ufeff") ? text.substring(1) : text)
        .stripLeading()
        .toLowerCase(Locale.ROOT);
  }

  private static FileKind written(String text) {
    if (text.startsWith("<?xml")) {
      if (text.contains("schemas-microsoft-com:office:spreadsheet")) {
        return XML_SPREADSHEET;
      }
      return text.contains("<html") ? WEB_PAGE : DOCUMENT;
    }
    if (text.startsWith("<")
            && text.matches("(?s)<(!doctype html|html|head|meta|table|body|style|!--)\\b.*|<!--.*")
        || text.startsWith("mime-version:")) {
      return WEB_PAGE;
    }
    return text.startsWith("{") || text.matches("(?s)\\[\\s*[\\[{].*") ? JSON : CSV;
  }

  private static FileKind zipped(byte[] head, int length) {
    String first = new String(head, 0, Math.min(length, 200), StandardCharsets.ISO_8859_1);
    return first.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
        ? OPEN_DOCUMENT
        : XLSX;
  }

  static boolean starts(byte[] head, int length, String mark) {
    if (length < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if ((head[i] & 0xff) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
