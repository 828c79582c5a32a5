package org.censusflow.comparison.population;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of a spreadsheet, row by row. Its first row names the columns. */
final class XlsxFile {

  private XlsxFile() {}

  static PopulationInput read(Path file, List<Field> fields) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      return read(rows.iterator(), fields);
    }
  }

  private static PopulationInput read(Iterator<Row> rows, List<Field> fields) {
    Population.Builder builder = Population.builder(fields);
    List<RejectedRow> rejected = new ArrayList<>();
    Header header = null;
    while (rows.hasNext()) {
      Row row = rows.next();
      List<String> values = values(row);
      if (values.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (header == null) {
        header = new Header(values, fields);
      } else if (values.size() > header.width()) {
        rejected.add(new RejectedRow(row.getRowNum(), header.widthFault(values.size())));
      } else {
        builder.add(header.values(values));
      }
    }
    return new PopulationInput(builder.build(), rejected);
  }

  private static List<String> values(Row row) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      values.add(row.getOptionalCell(i).map(XlsxFile::text).orElse(""));
    }
    int size = values.size();
    while (size > 0 && values.get(size - 1).isBlank()) {
      size--;
    }
    return values.subList(0, size);
  }

  /** A cell's text; dates that the sheet holds as day numbers come as ISO dates. */
  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER && cell.getDataFormatString() != null) {
      String format = cell.getDataFormatString().toLowerCase(java.util.Locale.ROOT);
      if (format.contains("yy") || format.contains("m/d") || format.contains("年")) {
        return cell.asDate().toLocalDate().toString();
      }
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }
}
