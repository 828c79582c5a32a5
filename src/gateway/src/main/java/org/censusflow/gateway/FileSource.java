package org.censusflow.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.censusflow.files.Cells;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.Content;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
import org.censusflow.files.Unreadable;

/** A text file or spreadsheet. */
final class FileSource implements RowSource {

  private final FileTable table;
  private final Notes notes;

  private FileSource(FileTable table, Notes notes) {
    this.table = table;
    this.notes = notes;
    if (table.header().isEmpty()) {
      throw new GatewayRefused("CF-E653 资料文件是空的，第一行应为列名。");
    }
  }

  /**
   * @param encoding null when it is to be found out
   * @param separator between the cells of a text; 0 when it is to be found out
   * @param columns the names by which the head is found
   */
  static FileSource open(Path file, String encoding, char separator, ColumnNames columns)
      throws IOException {
    if (Files.notExists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    try {
      Content content = Content.of(file);
      FileSurvey survey = FileSurvey.of(content, encoding);
      Notes notes = new Notes();
      survey.note(encoding, notes);
      FileTable table = FileTable.open(content, survey, columns, notes, separator);
      try {
        return new FileSource(table, notes);
      } catch (GatewayRefused refusal) {
        table.close();
        throw refusal;
      }
    } catch (Unreadable e) {
      throw new GatewayRefused("CF-E654 " + e.getMessage());
    }
  }

  @Override
  public List<String> columns() {
    return table.header();
  }

  @Override
  public List<String> notes() {
    return notes.all();
  }

  @Override
  public String[] next() throws IOException {
    try {
      if (!table.next()) {
        return null;
      }
    } catch (Unreadable e) {
      throw new GatewayRefused("CF-E654 " + e.getMessage());
    }
    if (table.fault() != null) {
      throw new GatewayRefused("CF-E654 第 " + table.line() + " 行：" + table.fault() + "。");
    }
    List<String> cells = table.cells();
    for (String cell : cells) {
      if (Cells.isGarbled(cell)) {
        throw new GatewayRefused("CF-E654 第 " + table.line() + " 行含有无法识别的字符，请改正，或写明文件的编码。");
      }
    }
    return cells.toArray(String[]::new);
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
