package org.censusflow.registration.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.Violation;

/** Reads a file's rows from a checkpoint on, checked and gathered into chunks. */
final class ChunkReader {

  private final RecordSource source;
  private final Layout layout;
  private final FormReader reader;
  private long position;
  private CheckedRow ahead;

  ChunkReader(RecordSource source, Layout layout, FormReader reader) {
    this.source = source;
    this.layout = layout;
    this.reader = reader;
  }

  void skip(long rows) throws IOException {
    while (position < rows && source.next() != null) {
      position++;
    }
  }

  /** The next chunk; null at the end of the file. */
  Chunk next() throws IOException {
    long from = ahead == null ? position : position - 1;
    List<CheckedRow> rows = new ArrayList<>(Chunk.ROWS + 64);
    CheckedRow row = ahead == null ? read() : ahead;
    ahead = null;
    CheckedRow last = null;
    while (row != null) {
      boolean full =
          rows.size() >= 2 * Chunk.ROWS || rows.size() >= Chunk.ROWS && !together(last, row);
      if (full) {
        ahead = row;
        break;
      }
      rows.add(row);
      last = row;
      row = read();
    }
    long to = ahead == null ? position : position - 1;
    return rows.isEmpty() ? null : new Chunk(from, to, rows);
  }

  private static boolean together(CheckedRow last, CheckedRow row) {
    return last.place() != null && last.place().equals(row.place());
  }

  private CheckedRow read() throws IOException {
    RecordSource.Row row = source.next();
    if (row == null) {
      return null;
    }
    position++;
    if (row.fault() != null) {
      return CheckedRow.unreadable(row.line(), new Violation(row.fault(), null));
    }
    List<String> fields = row.fields();
    if (fields.size() != layout.width()) {
      return CheckedRow.unreadable(row.line(), new Violation(Checks.COLUMNS, null));
    }
    return reader.read(row.line(), key -> layout.get(fields, key), layout.given());
  }
}
