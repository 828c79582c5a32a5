package org.censusflow.registration.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.censusflow.files.Spreadsheet;
import org.censusflow.files.Spreadsheet.Line;
import org.censusflow.files.UnreadableSpreadsheet;
import org.censusflow.files.UnreadableSpreadsheet.Fault;
import org.censusflow.registration.form.Checks;

/** Reads the first sheet of a spreadsheet row by row; its first row names the columns. */
final class XlsxForms implements RecordSource {

  private final Spreadsheet sheet;
  private final List<String> header;

  XlsxForms(Path file) throws IOException {
    try {
      sheet = Spreadsheet.open(file);
      Line first = sheet.next();
      header = first == null ? List.of() : first.cells();
    } catch (UnreadableSpreadsheet e) {
      throw new IntakeRefused(
          e.fault() == Fault.TOO_LARGE
              ? "CF-E820 电子表格展开后过大，请改用 CSV 文件。"
              : "CF-E820 无法读取该电子表格，请用 xlsx 格式另存后重新上传。");
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Row next() throws IOException {
    Line line = read();
    if (line == null) {
      return null;
    }
    List<String> fields = line.cells();
    if (fields.size() > header.size()) {
      return new Row(line.number(), List.of(), Checks.COLUMNS);
    }
    // A spreadsheet leaves out empty cells at the end of a row.
    while (fields.size() < header.size()) {
      fields.add("");
    }
    return new Row(line.number(), fields, null);
  }

  private Line read() throws IOException {
    try {
      return sheet.next();
    } catch (UnreadableSpreadsheet e) {
      throw new IOException("The spreadsheet breaks off", e);
    }
  }

  @Override
  public void close() throws IOException {
    sheet.close();
  }
}
