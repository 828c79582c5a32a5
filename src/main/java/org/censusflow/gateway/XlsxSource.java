package org.censusflow.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a spreadsheet. */
final class XlsxSource implements RowSource {

  private final ReadableWorkbook workbook;
  private final Stream<Row> sheet;
  private final Iterator<Row> rows;
  private final List<String> columns;

  private XlsxSource(ReadableWorkbook workbook) throws IOException {
    this.workbook = workbook;
    this.sheet = workbook.getFirstSheet().openStream();
    this.rows = sheet.iterator();
    String[] first = rows.hasNext() ? values(rows.next(), 0) : new String[0];
    if (first.length == 0) {
      throw new GatewayRefused("CF-E653 资料文件是空的，第一行应为列名。");
    }
    this.columns = Arrays.stream(first).map(String::strip).toList();
  }

  static XlsxSource open(SourceConfig.Xlsx config) throws IOException {
    InputStream in = Files.newInputStream(config.file());
    try {
      return new XlsxSource(new ReadableWorkbook(in, new ReadingOptions(true, false)));
    } catch (ExcelReaderException e) {
      in.close();
      throw new GatewayRefused("CF-E654 资料文件不是有效的 xlsx。", e);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String[] next() {
    while (rows.hasNext()) {
      String[] values = values(rows.next(), columns.size());
      if (Arrays.stream(values).anyMatch(it -> !it.isBlank())) {
        return values;
      }
    }
    return null;
  }

  private static String[] values(Row row, int width) {
    int size = width == 0 ? row.getCellCount() : width;
    String[] values = new String[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          i < row.getCellCount() ? row.getOptionalCell(i).map(XlsxSource::text).orElse("") : "";
    }
    return values;
  }

  /** A cell's text; a date that the sheet holds as a day number comes as an ISO date. */
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
  }
}
