package org.censusflow.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.censusflow.files.Spreadsheet;
import org.censusflow.files.Spreadsheet.Line;
import org.censusflow.files.UnreadableSpreadsheet;

/** The first sheet of a spreadsheet. */
final class XlsxSource implements RowSource {

  private final Spreadsheet sheet;
  private final List<String> columns;

  private XlsxSource(Spreadsheet sheet) {
    this.sheet = sheet;
    Line first = line();
    if (first == null) {
      throw new GatewayRefused("CF-E653 资料文件是空的，第一行应为列名。");
    }
    this.columns = List.copyOf(first.cells());
  }

  static XlsxSource open(SourceConfig.Xlsx config) throws IOException {
    Spreadsheet sheet = opened(config.file());
    try {
      return new XlsxSource(sheet);
    } catch (GatewayRefused refusal) {
      sheet.close();
      throw refusal;
    }
  }

  private static Spreadsheet opened(Path file) throws IOException {
    try {
      return Spreadsheet.open(file);
    } catch (UnreadableSpreadsheet e) {
      throw refused(e);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  /** Cells without a column are left out, those that the sheet does not hold are empty. */
  @Override
  public String[] next() {
    Line line = line();
    if (line == null) {
      return null;
    }
    String[] values = new String[columns.size()];
    Arrays.setAll(values, i -> i < line.cells().size() ? line.cells().get(i) : "");
    return values;
  }

  private Line line() {
    try {
      return sheet.next();
    } catch (UnreadableSpreadsheet e) {
      throw refused(e);
    }
  }

  private static GatewayRefused refused(UnreadableSpreadsheet e) {
    return new GatewayRefused(
        switch (e.fault()) {
          case TOO_LARGE -> "CF-E654 资料文件展开后过大，请导出为 CSV，并在网关配置中改用 csv。";
          case NO_SPREADSHEET, DAMAGED -> "CF-E654 资料文件不是有效的 xlsx，请用 xlsx 格式另存，或者导出为 CSV。";
        });
  }

  @Override
  public void close() throws IOException {
    sheet.close();
  }
}
