package org.censusflow.tables.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.tables.Category;
import org.censusflow.tables.Table;

/**
 * A table as CSV, one line a cell: code and label of each variable, the count; an empty count and
 * the mark {@code c} for a cell that is not shown. Title, source and notes stand below, each in a
 * line of its own. With a byte-order mark, so that spreadsheets read it as UTF-8.
 */
public final class CsvTable {

  private CsvTable() {}

  public static void write(ShownTable shown, Appendable out) throws IOException {
    Table table = shown.table();
    List<String> header = new ArrayList<>();
    table
        .dimensions()
        .forEach(
            dimension -> {
              header.add(dimension.id());
              header.add(dimension.label());
            });
    header.add("count");
    header.add("status");
    out.append('\ufeff').append(CsvText.line(header));
    for (int cell = 0; cell < table.cells(); cell++) {
      List<String> line = new ArrayList<>();
      for (int d = 0; d < table.dimensions().size(); d++) {
        Category category = table.dimensions().get(d).categories().get(table.category(cell, d));
        line.add(category.code());
        line.add(category.label());
      }
      boolean hidden = shown.hidden().contains(cell);
      line.add(hidden ? "" : Long.toString(table.value(cell)));
      line.add(hidden ? "c" : "");
      out.append(CsvText.line(line));
    }
    About about = shown.about();
    out.append("\r\n");
    out.append(CsvText.line(List.of("title", about.title())));
    out.append(CsvText.line(List.of("source", about.source())));
    out.append(CsvText.line(List.of("updated", about.updated().toString())));
    out.append(CsvText.line(List.of("checksum", about.checksum())));
    out.append(CsvText.line(List.of("program", about.program())));
    for (String note : about.notes()) {
      out.append(CsvText.line(List.of("note", note)));
    }
  }
}
