package org.censusflow.mapping.listing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.files.Cells;
import org.censusflow.files.Content;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
import org.censusflow.files.Unreadable;
import org.censusflow.mapping.area.AreaFileKind;

/** The rows of a CSV file by column, with their line numbers. */
public final class AreaTable {

  private static final int LONGEST_LINE = 4_000;

  /** One row; a column that the file lacks is empty. */
  record Row(int line, List<String> fields, Map<String, Integer> columns) {

    String get(String column) {
      Integer at = columns.get(column);
      return at == null ? "" : fields.get(at);
    }
  }

  private AreaTable() {}

  /** Reads all rows of a table in any format; what is wrong with it or a row goes to the faults. */
  static List<Row> read(byte[] file, AreaFileKind kind, Faults faults, Notes notes) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> columns = new HashMap<>();
    Content content = Content.of(file);
    try (FileTable table = FileTable.open(content, FileSurvey.of(content, null), kind, notes)) {
      if (table.header().isEmpty()) {
        faults.file("文件没有数据行");
      }
      if (!named(table.header(), kind, columns, faults)) {
        return List.of();
      }
      while (table.next()) {
        String fault = fault(table);
        if (fault == null) {
          rows.add(new Row((int) table.line(), table.cells(), columns));
        } else {
          faults.add((int) table.line(), "", fault);
        }
      }
    } catch (Unreadable e) {
      faults.file(e.getMessage());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (rows.isEmpty() && !faults.any()) {
      faults.file("文件没有数据行");
    }
    return rows;
  }

  /** What is wrong with the row at hand; null when nothing is. */
  static String fault(FileTable table) {
    if (table.fault() != null) {
      return table.fault();
    }
    int length = 0;
    for (int i = 0; i < table.width(); i++) {
      String text = table.text(i);
      length += text.length();
      if (Cells.isGarbled(text)) {
        return "第 %d 栏含有无法识别的字符".formatted(i + 1);
      }
      if (Cells.isError(text)) {
        return "第 %d 栏是电子表格的错误值（%s）".formatted(i + 1, text);
      }
    }
    return length > LONGEST_LINE ? "本行 %d 个字符，超过 %d 个".formatted(length, LONGEST_LINE) : null;
  }

  private static boolean named(
      List<String> header, AreaFileKind kind, Map<String, Integer> columns, Faults faults) {
    for (int i = 0; i < header.size(); i++) {
      String column = kind.field(header.get(i)).orElse(header.get(i));
      if (columns.put(column, i) != null && !column.isEmpty()) {
        faults.add(1, "", "栏名重复：" + shown(header.get(i)));
      }
    }
    for (String column : kind.columns()) {
      if (!columns.containsKey(column)) {
        faults.add(1, "", "缺少栏：" + kind.label(column));
      }
    }
    return !faults.any();
  }

  /** As much of a value as a message can show. */
  public static String shown(String value) {
    return value.length() <= 30 ? value : value.substring(0, 30) + "…";
  }
}
