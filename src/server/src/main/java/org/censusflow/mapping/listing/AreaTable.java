package org.censusflow.mapping.listing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.mapping.area.AreaFileKind;

/** The rows of a CSV file by column, with their line numbers. */
public final class AreaTable {

  private static final int LONGEST_LINE = 4_000;

  /** One row; a column that the file lacks is empty. */
  record Row(int line, List<String> fields, Map<String, Integer> columns) {

    String get(String column) {
      Integer at = columns.get(column);
      return at == null ? "" : fields.get(at).strip();
    }
  }

  private AreaTable() {}

  /** Reads all rows; those of the wrong width and lines too long to be meant go to the faults. */
  static List<Row> read(String text, AreaFileKind kind, Faults faults) {
    if (tooLong(text, faults)) {
      return List.of();
    }
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> columns = new HashMap<>();
    try (CsvReader<CsvRecord> csv = reader().ofCsvRecord(text)) {
      boolean header = true;
      for (CsvRecord record : csv) {
        int line = (int) record.getStartingLineNumber();
        if (header) {
          header = false;
          if (!named(record.getFields(), kind, columns, faults)) {
            return List.of();
          }
        } else if (record.getFieldCount() != columns.size()) {
          faults.add(line, "", "应有 %d 栏，实有 %d 栏".formatted(columns.size(), record.getFieldCount()));
        } else {
          rows.add(new Row(line, record.getFields(), columns));
        }
      }
    } catch (CsvParseException | java.io.UncheckedIOException e) {
      faults.file("第 %d 行以后读不下去：引号没有成对".formatted(rows.size() + 2));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (rows.isEmpty() && !faults.any()) {
      faults.file("文件没有数据行");
    }
    return rows;
  }

  /** Rows of the wrong width are faults of their own, not the end of the file. */
  private static CsvReader.CsvReaderBuilder reader() {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false);
  }

  private static boolean tooLong(String text, Faults faults) {
    int line = 1;
    int start = 0;
    boolean found = false;
    for (int end = 0; end <= text.length(); end++) {
      if (end == text.length() || text.charAt(end) == '\n') {
        if (end - start > LONGEST_LINE) {
          faults.add(line, "", "本行 %d 个字符，超过 %d 个".formatted(end - start, LONGEST_LINE));
          found = true;
        }
        line++;
        start = end + 1;
      }
    }
    return found;
  }

  private static boolean named(
      List<String> header, AreaFileKind kind, Map<String, Integer> columns, Faults faults) {
    for (int i = 0; i < header.size(); i++) {
      if (columns.put(header.get(i).strip(), i) != null) {
        faults.add(1, "", "栏名重复：" + shown(header.get(i)));
      }
    }
    for (String column : kind.columns()) {
      if (!columns.containsKey(column)) {
        faults.add(1, "", "缺少栏：" + column);
      }
    }
    return !faults.any();
  }

  /** As much of a value as a message can show. */
  public static String shown(String value) {
    return value.length() <= 30 ? value : value.substring(0, 30) + "…";
  }
}
