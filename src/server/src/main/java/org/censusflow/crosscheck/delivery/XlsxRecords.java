package org.censusflow.crosscheck.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.censusflow.files.Spreadsheet;
import org.censusflow.files.Spreadsheet.Line;
import org.censusflow.files.UnreadableSpreadsheet;

/** Rows of the first sheet of a spreadsheet. The packed file is held in memory. */
final class XlsxRecords implements Records {

  static final int LARGEST = 64 << 20;

  private static final Line NONE = new Line(0, List.of());

  private final Spreadsheet sheet;
  private final List<String> header;
  private Line line = NONE;

  /**
   * @throws Unreadable when the archive is no spreadsheet, or one that is too large
   */
  XlsxRecords(InputStream packed) throws IOException {
    byte[] file = packed.readNBytes(LARGEST + 1);
    if (file.length > LARGEST) {
      throw new Unreadable("表格文件超过 " + (LARGEST >> 20) + " MB，请导出为 CSV 后重新交付。");
    }
    try {
      sheet = Spreadsheet.of(file);
    } catch (UnreadableSpreadsheet e) {
      throw unreadable(e);
    }
    header = next() ? line.cells() : List.of();
  }

  private static Unreadable unreadable(UnreadableSpreadsheet e) {
    return new Unreadable(
        switch (e.fault()) {
          case NO_SPREADSHEET -> FileFormat.ARCHIVE.refusal();
          case TOO_LARGE -> "表格文件展开后过大，请导出为 CSV 后重新交付。";
          case DAMAGED -> "表格文件已损坏或不是 .xlsx 格式，请重新导出后交付。";
        });
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() {
    try {
      Line next = sheet.next();
      line = next == null ? NONE : next;
      return next != null;
    } catch (UnreadableSpreadsheet e) {
      throw unreadable(e);
    }
  }

  @Override
  public long line() {
    return line.number();
  }

  @Override
  public String fault() {
    return null;
  }

  /** A sheet does not hold the empty cells at a row's end: they count as there. */
  @Override
  public int width() {
    return Math.max(line.cells().size(), header.size());
  }

  @Override
  public String text(int column) {
    return column < line.cells().size() ? line.cells().get(column) : "";
  }

  @Override
  public void close() throws IOException {
    sheet.close();
  }
}
