package org.censusflow.registration.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.censusflow.registration.form.Check;

/** The rows of a file, one after the other. */
interface RecordSource extends Closeable {

  /**
   * A row as it stands in the file.
   *
   * @param line its number in the file; the header is line 1
   * @param fields its fields, never null; empty when there is a fault
   * @param fault why it cannot be read; null when it can
   */
  record Row(long line, List<String> fields, Check fault) {}

  List<String> header();

  /** The next row, blank ones left out; null at the end. */
  Row next() throws IOException;
}
