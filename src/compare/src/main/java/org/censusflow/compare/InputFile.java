package org.censusflow.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells a file that the linker cannot understand before it is read as something it is not. */
final class InputFile {

  private static final int SAMPLE = 1 << 16;
  private static final String AS_CSV = "save it as CSV in UTF-8";

  private InputFile() {}

  static boolean isSpreadsheet(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
  }

  /**
   * Looks at a file's kind and first bytes.
   *
   * @throws IOException when it is none that can be read, with what to do
   */
  static void check(Path file) throws IOException {
    checkPlace(file);
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(SAMPLE);
    }
    String fault = fault(head, isSpreadsheet(file));
    if (fault != null) {
      throw new IOException(file + ": " + fault);
    }
  }

  /** Looks at what a file is, not at what stands in it. */
  static void checkPlace(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(file + ": there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": a folder, not a file");
    }
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          file + ": a pipe or device; it is read more than once, so save it to a file first");
    }
    if (!Files.isReadable(file)) {
      throw new IOException(file + ": may not be read by this user");
    }
    if (Files.size(file) == 0) {
      throw new IOException(file + ": the file is empty");
    }
  }

  private static String fault(byte[] head, boolean spreadsheet) {
    if (head.length == 0) {
      return "the file is empty";
    }
    if (starts(head, 'P', 'K', 3, 4)) {
      return spreadsheet ? null : "an archive or workbook; unpack it, or name a workbook .xlsx";
    }
    if (starts(head, 0x1f, 0x8b)) {
      return "packed by gzip; unpack it first";
    }
    if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
      return "a workbook of the old kind (.xls), or an encrypted one; save it as .xlsx or CSV";
    }
    if (starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff)) {
      return "UTF-16; " + AS_CSV;
    }
    // The reader of workbooks says itself what is wrong with one; a snapshot has its mark.
    boolean other = spreadsheet || starts(head, 'C', 'P', 'F', 'P');
    return other ? null : text(head);
  }

  private static String text(byte[] head) {
    boolean returns = false;
    for (byte b : head) {
      if (b == 0) {
        return "binary, or UTF-16 without a mark; " + AS_CSV;
      }
      returns |= b == '\r';
      if (b == '\n') {
        break;
      }
    }
    int length = Math.min(head.length, 512);
    String start = new String(head, 0, length, StandardCharsets.ISO_8859_1).strip();
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<html") || lower.startsWith("<!doctype") || lower.startsWith("<?xml")) {
      return "a page (HTML or XML), not a table; " + AS_CSV;
    }
    boolean lines = new String(head, StandardCharsets.ISO_8859_1).indexOf('\n') >= 0;
    return returns && !lines ? "lines end in a bare carriage return; " + AS_CSV : null;
  }

  private static boolean starts(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
