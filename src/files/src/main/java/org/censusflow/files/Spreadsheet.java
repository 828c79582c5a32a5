package org.censusflow.files;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.censusflow.files.UnreadableSpreadsheet.Fault;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a spreadsheet, row by row. The texts of its cells are held in memory. */
public final class Spreadsheet implements Closeable {

  private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

  private final ReadableWorkbook workbook;
  private final Stream<Row> sheet;
  private final Iterator<Row> rows;

  /**
   * A row that holds something.
   *
   * @param number of the row in the sheet, from 1
   * @param cells texts up to the last cell that holds any, empty for none; the list may be changed
   */
  public record Line(int number, List<String> cells) {}

  private Spreadsheet(ReadableWorkbook workbook) throws IOException {
    this.workbook = workbook;
    this.sheet = workbook.getFirstSheet().openStream();
    this.rows = sheet.iterator();
  }

  /**
   * @throws NoSuchFileException when there is no such file
   * @throws UnreadableSpreadsheet when it is no spreadsheet, or one that is too large
   */
  public static Spreadsheet open(Path file) throws IOException {
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    Unpacking.check(ZipFile.builder().setPath(file));
    return open(() -> new ReadableWorkbook(file.toFile(), WITH_FORMATS));
  }

  /**
   * A packed file that is held in memory.
   *
   * @throws UnreadableSpreadsheet when it is no spreadsheet, or one that is too large
   */
  public static Spreadsheet of(byte[] file) {
    Unpacking.check(ZipFile.builder().setByteArray(file));
    return open(() -> new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS));
  }

  private interface Opening {
    ReadableWorkbook workbook() throws IOException;
  }

  private static Spreadsheet open(Opening opening) {
    try {
      return new Spreadsheet(opening.workbook());
    } catch (IOException | RuntimeException e) {
      throw new UnreadableSpreadsheet(Fault.DAMAGED);
    }
  }

  /**
   * The next row that is not empty; null after the last.
   *
   * @throws UnreadableSpreadsheet when the sheet breaks off
   */
  public Line next() {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        List<String> cells = cells(row);
        if (!cells.isEmpty()) {
          return new Line(row.getRowNum(), cells);
        }
      }
      return null;
    } catch (ExcelReaderException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new UnreadableSpreadsheet(Fault.DAMAGED);
    }
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(Spreadsheet::text).orElse(""));
    }
    int size = cells.size();
    while (size > 0 && cells.get(size - 1).isEmpty()) {
      cells.remove(--size);
    }
    return cells;
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
    return text == null ? "" : text.strip();
  }

  @Override
  public void close() throws IOException {
    sheet.close();
    workbook.close();
  }
}
