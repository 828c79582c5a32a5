package org.censusflow.files;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A table out of a file of any format: names of columns, and below them rows of text cells with the
 * place where they stand. What is no record (blank rows, titles, explanations, sums, the head once
 * more) is passed over; whatever is noticed goes to the notes. One row is in memory at a time.
 */
public final class FileTable implements Closeable {

  /** A row that was read ahead. */
  private record Ahead(long line, RowFault fault, List<String> cells) {}

  private final Rows rows;
  private final Notes notes;
  private final Deque<Ahead> ahead = new ArrayDeque<>();
  private final List<String> header;
  private final String[] headCells;
  private String[] cells = new String[32];
  private int width;
  private long line;
  private RowFault fault;
  private int missing;
  private boolean begun;
  private boolean ended;

  private FileTable(Rows rows, ColumnNames columns, Notes notes) throws IOException {
    this.rows = rows;
    this.notes = notes;
    List<Ahead> first = new ArrayList<>();
    while (first.size() < Head.LOOKED_AT && readAhead()) {
      first.add(new Ahead(line, fault, List.of(Arrays.copyOf(cells, width))));
    }
    if (first.isEmpty()) {
      header = List.of();
      headCells = new String[0];
      return;
    }
    Head head = Head.find(first.stream().map(Ahead::cells).toList(), columns);
    header = List.copyOf(head.names());
    headCells = first.get(head.first() + head.rows() - 1).cells().toArray(String[]::new);
    ahead.addAll(first.subList(head.first() + head.rows(), first.size()));
    head.note(first.stream().map(Ahead::line).toList(), notes);
  }

  /**
   * Opens what is a table.
   *
   * @param survey of the same file
   * @param notes gets what is noticed, now and while rows are read
   * @throws Unreadable when it is none
   */
  public static FileTable open(Content file, FileSurvey survey, ColumnNames columns, Notes notes)
      throws IOException {
    return open(file, survey, columns, notes, (char) 0);
  }

  /**
   * @param separator between the cells of a text; 0 when it is to be found out
   */
  public static FileTable open(
      Content file, FileSurvey survey, ColumnNames columns, Notes notes, char separator)
      throws IOException {
    if (survey.refusal() != null) {
      throw new Unreadable(survey.refusal());
    }
    if (survey.kind() == FileKind.XLSX) {
      return Workbook.table(file, columns, notes);
    }
    return of(new TextRows(file.open(), survey.charset(), separator), columns, notes);
  }

  static FileTable of(Rows rows, ColumnNames columns, Notes notes) throws IOException {
    try {
      return new FileTable(rows, columns, notes);
    } catch (IOException | RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /**
   * Goes to the next record.
   *
   * @return false behind the last
   * @throws Unreadable when the file breaks off
   */
  public boolean next() throws IOException {
    while (read()) {
      if (fault != null || !passedOver()) {
        return true;
      }
    }
    return false;
  }

  private boolean read() throws IOException {
    Ahead waiting = ahead.poll();
    if (waiting == null) {
      return readRow();
    }
    line = waiting.line();
    fault = waiting.fault();
    width = waiting.cells().size();
    reserve(width);
    waiting.cells().toArray(cells);
    return true;
  }

  /** The next row of the file that is not blank. */
  private boolean readAhead() throws IOException {
    boolean there = readRow();
    while (there && fault == null && passedOverBlank()) {
      there = readRow();
    }
    return there;
  }

  private boolean passedOverBlank() {
    boolean blank = Remarks.isBlank(cells, width);
    if (blank && width > 1) {
      notes.count("空行不计");
    }
    return blank;
  }

  private boolean readRow() throws IOException {
    if (!rows.next()) {
      if (!ended) {
        rows.note(notes);
        ended = true;
      }
      return false;
    }
    line = rows.line();
    fault = rows.fault();
    width = rows.width();
    reserve(Math.max(width, headCells == null ? 0 : header.size()));
    boolean changed = false;
    for (int i = 0; i < width; i++) {
      String written = rows.text(i);
      cells[i] = Cells.meant(written);
      changed |= cells[i] != written;
    }
    if (changed) {
      notes.count("含 NULL、\\N、=\"…\" 等写法的单元格按其含义读取");
    }
    return true;
  }

  private void reserve(int size) {
    if (size > cells.length) {
      cells = Arrays.copyOf(cells, size * 2);
    }
  }

  /** Whether the row at hand is no record; otherwise it has as many cells as the head. */
  private boolean passedOver() {
    if (passedOverBlank()) {
      return true;
    }
    if (Remarks.repeats(headCells, cells, width)) {
      notes.at(line, "重复了表头，不计");
      return true;
    }
    if (!begun && Remarks.explains(cells, width)) {
      notes.at(line, "是填写说明，不计");
      return true;
    }
    if (Remarks.closes(cells, width)) {
      notes.at(line, "是合计、签名或备注，不计");
      return true;
    }
    begun = true;
    fit();
    return false;
  }

  private void fit() {
    int wanted = header.size();
    missing = Math.max(0, wanted - width);
    while (width > wanted && cells[width - 1].isEmpty()) {
      width--;
    }
    if (width > wanted) {
      fault = Remarks.fault(cells, width);
    } else if (width < wanted) {
      if (rows.keepsEmptyCells()) {
        notes.count("行末缺少的单元格按空值读取");
      }
      while (width < wanted) {
        cells[width++] = "";
      }
    }
  }

  /** The line of the text, or row of the sheet, from 1. */
  public long line() {
    return line;
  }

  /** Why the row cannot be read, in Chinese; null when it can. */
  public String fault() {
    if (fault == RowFault.TOO_MANY_CELLS) {
      return fault.text() + "（应为 " + header.size() + " 列，本行 " + width + " 列）";
    }
    return fault == null ? null : fault.text();
  }

  public RowFault rowFault() {
    return fault;
  }

  /** How many cells the row has: as many as the head unless it has a fault. */
  public int width() {
    return width;
  }

  /** How many cells a row of a text lacks at its end; they count as empty. */
  public int missing() {
    return rows.keepsEmptyCells() ? missing : 0;
  }

  /** A cell without the blanks around it; empty when there is nothing in it. */
  public String text(int column) {
    return cells[column];
  }

  /** The cells of the row, for somebody who keeps them. */
  public List<String> cells() {
    return List.of(Arrays.copyOf(cells, width));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
