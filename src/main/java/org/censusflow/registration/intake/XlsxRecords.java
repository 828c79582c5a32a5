package org.censusflow.registration.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.censusflow.registration.IntakeRefused;
import org.censusflow.registration.form.Checks;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** Reads the first sheet of a spreadsheet row by row; its first row names the columns. */
final class XlsxRecords implements RecordSource {

  private final InputStream in;
  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> sheet;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final List<String> header;

  XlsxRecords(Path file) throws IOException {
    in = Files.newInputStream(file);
    try {
      workbook = new ReadableWorkbook(in, new ReadingOptions(true, false));
      sheet = workbook.getFirstSheet().openStream();
      rows = sheet.iterator();
      Row first = read();
      header = first == null ? List.of() : first.fields();
    } catch (IOException | RuntimeException e) {
      in.close();
      throw new IntakeRefused("CF-E820 无法读取该电子表格，请用 xlsx 格式另存后重新上传。");
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Row next() throws IOException {
    Row row = read();
    if (row == null) {
      return null;
    }
    List<String> fields = row.fields();
    if (fields.size() > header.size()) {
      return new Row(row.line(), List.of(), Checks.COLUMNS);
    }
    // A spreadsheet leaves out empty cells at the end of a row.
    while (fields.size() < header.size()) {
      fields.add("");
    }
    return row;
  }

  private Row read() throws IOException {
    try {
      while (rows.hasNext()) {
        org.dhatim.fastexcel.reader.Row row = rows.next();
        List<String> fields = fields(row);
        if (!fields.isEmpty()) {
          return new Row(row.getRowNum(), fields, null);
        }
      }
      return null;
    } catch (ExcelReaderException e) {
      throw new IOException("The spreadsheet breaks off", e);
    }
  }

  private static List<String> fields(org.dhatim.fastexcel.reader.Row row) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      fields.add(row.getOptionalCell(i).map(XlsxRecords::text).orElse("").strip());
    }
    int size = fields.size();
    while (size > 0 && fields.get(size - 1).isEmpty()) {
      fields.remove(--size);
    }
    return fields;
  }

  /** A cell's text; dates that the sheet holds as day numbers come as ISO dates. */
  private static String text(Cell cell) {
    if (cell.getType() == CellType.NUMBER && cell.getDataFormatString() != null) {
      String format = cell.getDataFormatString().toLowerCase(Locale.ROOT);
      if (format.contains("yy") || format.contains("m/d") || format.contains("年")) {
        return cell.asDate().toLocalDate().toString();
      }
    }
    String text = cell.getText();
    return text == null ? "" : text;
  }

  @Override
  public void close() throws IOException {
    sheet.close();
    workbook.close();
    in.close();
  }
}
