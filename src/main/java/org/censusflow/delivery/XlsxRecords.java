package org.censusflow.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Rows of the first sheet of a spreadsheet. The packed file is held in memory. */
final class XlsxRecords implements Records {

  static final int LARGEST = 64 << 20;

  /** What a spreadsheet may grow to when it is unpacked; beyond it, it was made to do harm. */
  private static final long LARGEST_UNPACKED = 2L << 30;

  private static final long LARGEST_TEXTS = 256L << 20;

  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final List<String> header;
  private List<String> values = List.of();
  private long line;

  /**
   * @throws Unreadable when the archive is no spreadsheet, or one that is too large
   */
  XlsxRecords(InputStream packed) throws IOException {
    byte[] file = packed.readNBytes(LARGEST + 1);
    if (file.length > LARGEST) {
      throw new Unreadable("表格文件超过 " + (LARGEST >> 20) + " MB，请导出为 CSV 后重新交付。");
    }
    check(file);
    try {
      workbook =
          new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
      stream = workbook.getFirstSheet().openStream();
      rows = stream.iterator();
      header = advance() ? values : List.of();
    } catch (IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private static void check(byte[] file) {
    boolean spreadsheet = false;
    long unpacked = 0;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        spreadsheet |= entry.getName().equals("xl/workbook.xml");
        long most = entry.getName().endsWith("sharedStrings.xml") ? LARGEST_TEXTS : Long.MAX_VALUE;
        long size = 0;
        InputStream content = zip.getInputStream(entry);
        for (int read = content.read(buffer); read > 0; read = content.read(buffer)) {
          size += read;
          unpacked += read;
          if (size > most || unpacked > LARGEST_UNPACKED) {
            throw new Unreadable("表格文件展开后过大，请导出为 CSV 后重新交付。");
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e);
    }
    if (!spreadsheet) {
      throw new Unreadable(FileFormat.ARCHIVE.refusal());
    }
  }

  /** The cause is left out: it may quote the file. */
  private static RuntimeException damaged(Exception e) {
    return e instanceof Unreadable known ? known : new Unreadable("表格文件已损坏或不是 .xlsx 格式，请重新导出后交付。");
  }

  private boolean advance() {
    while (rows.hasNext()) {
      Row row = rows.next();
      values = values(row);
      line = row.getRowNum();
      if (!values.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() {
    try {
      return advance();
    } catch (ExcelReaderException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public String fault() {
    return null;
  }

  /** A sheet does not hold the empty cells at a row's end: they count as there. */
  @Override
  public int width() {
    return Math.max(values.size(), header.size());
  }

  @Override
  public String text(int column) {
    return column < values.size() ? values.get(column) : "";
  }

  private static List<String> values(Row row) {
    List<String> values = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      values.add(row.getOptionalCell(i).map(XlsxRecords::text).orElse(""));
    }
    while (!values.isEmpty() && values.get(values.size() - 1).isEmpty()) {
      values.remove(values.size() - 1);
    }
    return values;
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
    return text == null ? "" : text.strip();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
