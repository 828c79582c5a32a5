package org.censusflow.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that grow when they are unpacked. */
public final class LargeSpreadsheet {

  private LargeSpreadsheet() {}

  /** A spreadsheet, otherwise empty, whose cells' texts unpack to so many bytes. */
  public static Path write(Path file, long texts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(zip, "xl/workbook.xml", 1);
      put(zip, "xl/sharedStrings.xml", texts);
    }
    return file;
  }

  /** An archive with one file. */
  static Path archive(Path file, String name, long size) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(zip, name, size);
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, long size) throws IOException {
    byte[] nothing = new byte[1 << 16];
    zip.putNextEntry(new ZipEntry(name));
    for (long left = size; left > 0; left -= nothing.length) {
      zip.write(nothing, 0, (int) Math.min(left, nothing.length));
    }
  }
}
