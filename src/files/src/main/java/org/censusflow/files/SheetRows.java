package org.censusflow.files;

import java.io.IOException;
import java.util.Arrays;

/** The rows of one sheet of a spreadsheet. Rows and cells that say where they stand stand there. */
final class SheetRows implements Rows {

  /** As many as a sheet can have. */
  private static final int MOST_COLUMNS = 16_384;

  private static final int MOST_ROWS = 1_048_576;

  private final Workbook workbook;
  private final Markup xml;
  private final MergedCells merged;
  private final StringBuilder value = new StringBuilder();
  private final CellText inline = new CellText();
  private String[] cells = new String[64];
  private int width;
  private int row;
  private int hidden;

  SheetRows(Workbook workbook, Markup xml, MergedCells merged) {
    this.workbook = workbook;
    this.xml = xml;
    this.merged = merged;
  }

  @Override
  public boolean next() {
    while (xml.next()) {
      if (xml.begins("row")) {
        readRow();
        return true;
      }
      if (xml.ends("sheetData")) {
        return false;
      }
    }
    return false;
  }

  private void readRow() {
    int number = attributeNumber("r");
    row = number > 0 ? number : row + 1;
    if (row > MOST_ROWS) {
      throw new Unreadable(PackedParts.DAMAGED);
    }
    hidden += xml.is("hidden") ? 1 : 0;
    width = 0;
    int column = -1;
    while (xml.next() && !xml.ends("row")) {
      if (xml.begins("c")) {
        String reference = xml.attribute("r");
        int at = reference == null ? -1 : column(reference);
        column = at >= 0 ? at : column + 1;
        if (column >= MOST_COLUMNS) {
          throw new Unreadable(PackedParts.DAMAGED);
        }
        put(column, cell());
      }
    }
    if (!merged.none()) {
      width = merged.fill(row, cells, width);
    }
  }

  private int attributeNumber(String name) {
    String written = xml.attribute(name);
    return written == null ? -1 : CellFormats.number(written);
  }

  /** A cell's text; the reader stands at the cell's end then. */
  private String cell() {
    String type = xml.attribute("t");
    int style = attributeNumber("s");
    value.setLength(0);
    String text = null;
    while (xml.next() && !xml.ends("c")) {
      if (xml.begins("v")) {
        value.setLength(0);
        xml.text(value);
      } else if (xml.begins("is")) {
        text = inline.read(xml, "is");
      }
    }
    if (text != null) {
      return Cells.strip(text);
    }
    if (type == null || type.equals("n")) {
      return value.length() == 0 ? "" : workbook.formats().shown(value.toString().strip(), style);
    }
    return switch (type) {
      case "s" -> value.length() == 0 ? "" : workbook.texts().get(shared());
      case "b" -> value.length() == 0 ? "" : value.charAt(0) == '1' ? "TRUE" : "FALSE";
      case "d" -> day(value.toString().strip());
      default -> Cells.strip(CellText.unescaped(value.toString()));
    };
  }

  private int shared() {
    return CellFormats.number(value.toString().strip());
  }

  /** Midnight is how a day is written where only moments can be. */
  private static String day(String iso) {
    return iso.matches("\\d{4}-\\d{2}-\\d{2}T00:00(:00([.]0+)?)?") ? iso.substring(0, 10) : iso;
  }

  private void put(int column, String text) {
    if (text.isEmpty() && column >= width) {
      // Cells that only have a format make no row wider.
      return;
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.min(MOST_COLUMNS, column * 2));
    }
    while (width <= column) {
      cells[width++] = "";
    }
    cells[column] = text;
  }

  /** The column of a reference such as {@code AB12}, from 0; -1 when it is none. */
  static int column(String reference) {
    int column = 0;
    for (int i = 0; i < reference.length(); i++) {
      int letter = (reference.charAt(i) & ~32) - 'A';
      if (letter < 0 || letter > 25) {
        break;
      }
      column = column * 26 + letter + 1;
      if (column > MOST_COLUMNS) {
        return MOST_COLUMNS;
      }
    }
    return column - 1;
  }

  @Override
  public long line() {
    return row;
  }

  @Override
  public RowFault fault() {
    return null;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public String text(int column) {
    return cells[column];
  }

  @Override
  public void note(Notes notes) {
    if (merged.filled() > 0) {
      notes.line("合并的单元格按第一行的值读取：" + merged.filled() + " 格");
    }
    if (hidden > 0) {
      notes.line("隐藏（或筛选掉）的 " + hidden + " 行同样读取");
    }
  }

  @Override
  public void close() throws IOException {
    xml.close();
    workbook.close();
  }
}
