package org.censusflow.registration.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.files.Cells;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
import org.censusflow.registration.form.Check;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.Violation;

/** Reads a file's rows from a checkpoint on, checked and gathered into chunks. */
final class ChunkReader {

  private final FileTable table;
  private final Layout layout;
  private final FormReader reader;
  private final Notes notes;
  private long position;
  private CheckedRow ahead;

  ChunkReader(FileTable table, Layout layout, FormReader reader, Notes notes) {
    this.table = table;
    this.notes = notes;
    this.layout = layout;
    this.reader = reader;
  }

  void skip(long rows) throws IOException {
    while (position < rows && table.next()) {
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
    if (!table.next()) {
      return null;
    }
    position++;
    Check fault = fault(table, layout);
    if (fault != null) {
      return CheckedRow.unreadable(table.line(), new Violation(fault, null));
    }
    List<String> fields = layout.meant(table.cells(), notes);
    CheckedRow row = reader.read(table.line(), key -> layout.get(fields, key), layout.given());
    // A cell that is missing in the middle puts all behind it into wrong columns.
    return table.missing() > 0 && row.refused()
        ? CheckedRow.unreadable(table.line(), new Violation(Checks.COLUMNS, null))
        : row;
  }

  /** Why the row at hand cannot be read; null when it can. */
  static Check fault(FileTable table, Layout layout) {
    if (table.rowFault() != null) {
      return switch (table.rowFault()) {
        case OPEN_QUOTE, TOO_LONG -> Checks.TOO_LONG;
        case TOO_MANY_CELLS -> Checks.COLUMNS;
        case BLANK_BEFORE_QUOTE, SINGLE_QUOTES -> Checks.QUOTES;
      };
    }
    for (int column : layout.asked()) {
      if (Cells.isGarbled(table.text(column))) {
        return Checks.NOT_TEXT;
      }
      if (Cells.isError(table.text(column))) {
        return Checks.SHEET_ERROR;
      }
    }
    return null;
  }
}
