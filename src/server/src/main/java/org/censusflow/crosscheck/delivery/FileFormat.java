package org.censusflow.crosscheck.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, told by its first bytes; what it is called says nothing. */
enum FileFormat {
  CSV(null),
  /** A zip archive; whether a spreadsheet is inside shows when it is opened. */
  XLSX(null),
  OLD_EXCEL("文件是旧版 Excel（.xls）格式，请另存为 .xlsx 或 CSV 后重新交付。"),
  ARCHIVE("文件是压缩包，不是数据文件，请解压后交付其中的 CSV 或 .xlsx 文件。"),
  DOCUMENT("文件是文档或图片，不是数据文件，请导出为 CSV 或 .xlsx 后重新交付。"),
  BINARY("文件不是文本，请导出为 CSV 或 .xlsx 后重新交付。");

  private final String refusal;

  FileFormat(String refusal) {
    this.refusal = refusal;
  }

  /** Why a file of this kind is not read; null when it is. */
  String refusal() {
    return refusal;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static FileFormat of(byte[] head, int length) {
    if (starts(head, length, "PK\u0003\u0004")) {
      return XLSX;
    }
    if (starts(head, length, "\u00d0\u00cf\u0011\u00e0")) {
      return OLD_EXCEL;
    }
    if (starts(head, length, "Rar!")
        || starts(head, length, "7z\u00bc\u00af")
        || starts(head, length, "\u001f\u008b")
        || starts(head, length, "BZh")
        || starts(head, length, "\u00fd7zXZ")
        || starts(head, length, "PK")) {
      return ARCHIVE;
    }
    if (starts(head, length, "%PDF")
        || starts(head, length, "\u0089PNG")
        || starts(head, length, "\u00ff\u00d8\u00ff")
        || starts(head, length, "{\\rtf")) {
      return DOCUMENT;
    }
    boolean utf16 = starts(head, length, "\u00ff\u00fe") || starts(head, length, "\u00fe\u00ff");
    for (int i = 0; i < length && !utf16; i++) {
      if (head[i] == 0) {
        return BINARY;
      }
    }
    return CSV;
  }

  private static boolean starts(byte[] head, int length, String mark) {
    byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
    if (length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (head[i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
