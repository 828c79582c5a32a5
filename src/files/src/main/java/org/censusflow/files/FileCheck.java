package org.censusflow.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file as it would be read when it is handed in, and keeps nothing of it. */
public abstract class FileCheck {

  /** A file of a department's records, by the usual names of columns. */
  public static FileCheck ofRecords(String supply) {
    RecordLayout layout = RecordLayout.ofSupply(supply);
    RecordMapping mapping = RecordMapping.ofSupply(supply);
    return new FileCheck(mapping) {
      @Override
      protected RowCheck rows(List<String> header, Notes notes) {
        RecordReader reader = new RecordReader(layout, mapping, Map.of(), header, notes);
        return table -> reader.read(table) == null ? String.join("；", reader.faults()) : null;
      }
    };
  }

  /** Says what is wrong with a row. */
  @FunctionalInterface
  public interface RowCheck {

    /** Why the row at hand is not accepted, in Chinese; null when it is. */
    String fault(FileTable row);
  }

  private final ColumnNames columns;

  protected FileCheck(ColumnNames columns) {
    this.columns = columns;
  }

  /**
   * The check for a table with a head.
   *
   * @throws Unreadable when columns are missing
   */
  protected abstract RowCheck rows(List<String> header, Notes notes);

  /**
   * Reads the file.
   *
   * @param encoding that would be named with it; null when it is to be found out
   * @throws java.nio.file.NoSuchFileException when there is none
   */
  public FileReport read(Path file, String encoding) throws IOException {
    Content content = Content.of(file);
    FileSurvey survey = null;
    Notes notes = new Notes();
    Map<String, String> named = new LinkedHashMap<>();
    try {
      survey = FileSurvey.of(content, encoding);
      survey.note(encoding, notes);
      try (FileTable table = FileTable.open(content, survey, columns, notes)) {
        table.header().forEach(name -> named.put(name, columns.field(name).orElse("")));
        return read(table, rows(table.header(), notes), survey, named, notes);
      }
    } catch (Unreadable e) {
      return report(survey, e.getMessage(), named, new int[2], notes, List.of(), List.of());
    }
  }

  private static FileReport read(
      FileTable table, RowCheck check, FileSurvey survey, Map<String, String> named, Notes notes)
      throws IOException {
    int[] counts = new int[2];
    List<FileReport.Reject> rejects = new ArrayList<>();
    List<List<String>> preview = new ArrayList<>();
    while (table.next()) {
      String fault = check.fault(table);
      counts[fault == null ? 0 : 1]++;
      if (fault == null && preview.size() < FileReport.PREVIEWED) {
        preview.add(table.cells());
      } else if (fault != null && rejects.size() < FileReport.SHOWN_REJECTS) {
        rejects.add(new FileReport.Reject(table.line(), fault));
      }
    }
    String reason = counts[0] + counts[1] == 0 ? "文件中没有记录。" : null;
    return report(survey, reason, named, counts, notes, rejects, preview);
  }

  private static FileReport report(
      FileSurvey survey,
      String reason,
      Map<String, String> named,
      int[] counts,
      Notes notes,
      List<FileReport.Reject> rejects,
      List<List<String>> preview) {
    return new FileReport(
        reason == null,
        reason,
        survey == null ? null : survey.kind().word(),
        survey == null ? null : survey.encodingName(),
        survey == null ? null : survey.sha256(),
        survey == null ? 0 : survey.bytes(),
        named,
        counts[0] + counts[1],
        counts[0],
        counts[1],
        notes.all(),
        rejects,
        preview);
  }
}
