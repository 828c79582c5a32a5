package org.censusflow.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.censusflow.files.UnreadableSpreadsheet.Fault;

/**
 * Measures what a spreadsheet grows to before it is read. The sizes that an archive declares are
 * not believed.
 */
final class Unpacking {

  /** Beyond it a file was made to do harm. */
  private static final long LARGEST = 2L << 30;

  /** The texts of all cells, which the library holds in memory. */
  private static final long LARGEST_TEXTS = 256L << 20;

  private static final String TEXTS = "sharedStrings.xml";

  private final byte[] buffer = new byte[1 << 16];
  private long unpacked;

  private Unpacking() {}

  /**
   * @throws UnreadableSpreadsheet when it is none, or too large
   */
  static void check(ZipFile.Builder file) {
    try (ZipFile zip = file.get()) {
      boolean spreadsheet = false;
      Unpacking unpacking = new Unpacking();
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        spreadsheet |= entry.getName().equals("xl/workbook.xml");
        boolean texts = entry.getName().endsWith(TEXTS);
        unpacking.measure(zip.getInputStream(entry), texts ? LARGEST_TEXTS : LARGEST);
      }
      if (!spreadsheet) {
        throw new UnreadableSpreadsheet(Fault.NO_SPREADSHEET);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableSpreadsheet(Fault.DAMAGED);
    }
  }

  private void measure(InputStream content, long largest) throws IOException {
    long size = 0;
    for (int read = content.read(buffer); read > 0; read = content.read(buffer)) {
      size += read;
      unpacked += read;
      if (size > largest || unpacked > LARGEST) {
        throw new UnreadableSpreadsheet(Fault.TOO_LARGE);
      }
    }
  }
}
