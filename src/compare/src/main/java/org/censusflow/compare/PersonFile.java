package org.censusflow.compare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.Content;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;
import org.censusflow.files.PlainText;
import org.censusflow.files.Unreadable;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Header;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationFiles;
import org.censusflow.linkage.population.PopulationInput;
import org.censusflow.linkage.population.RejectedRow;
import org.censusflow.linkage.population.Workers;

/**
 * A file of persons. Text whose first line names the columns the linker reads in place, on all
 * processors; whatever else people hand in is read row by row.
 */
final class PersonFile {

  private static final int HEAD = 1 << 16;

  private PersonFile() {}

  /**
   * @param notes hears what was noticed in the file
   */
  static PopulationInput read(
      Path file, List<Field> fields, Workers workers, Consumer<String> notes) throws IOException {
    InputFile.checkPlace(file);
    ColumnNames columns = columns(fields);
    if (file.getFileName().toString().endsWith(".snapshot") || isPlain(file, columns)) {
      return PopulationFiles.read(file, fields, workers);
    }
    Content content = Content.of(file);
    Notes noticed = new Notes();
    try {
      FileSurvey survey = FileSurvey.of(content, null);
      try (FileTable table = FileTable.open(content, survey, columns, noticed)) {
        PopulationInput input = read(table, fields);
        noticed.all().forEach(notes);
        return input;
      }
    } catch (Unreadable e) {
      throw new IOException(file + ": " + e.getMessage());
    }
  }

  private static boolean isPlain(Path file, ColumnNames columns) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      return head.length == 0 || PlainText.isHeaded(head, columns);
    }
  }

  private static ColumnNames columns(List<Field> fields) {
    Map<String, String> names = new HashMap<>();
    for (Field field : fields) {
      for (String column : field.columns()) {
        for (String part : column.split("\\+")) {
          names.put(ColumnNames.folded(part), part);
        }
      }
    }
    return name -> ColumnNames.in(names, name);
  }

  private static PopulationInput read(FileTable table, List<Field> fields) throws IOException {
    Population.Builder builder = Population.builder(fields);
    List<RejectedRow> rejected = new ArrayList<>();
    Header header = new Header(table.header(), fields);
    while (table.next()) {
      if (table.fault() == null) {
        builder.add(header.values(table.cells()));
      } else {
        rejected.add(
            new RejectedRow(
                table.line(),
                table.width() > header.width()
                    ? header.widthFault(table.width())
                    : "quote is not closed"));
      }
    }
    return new PopulationInput(
        builder.build(), rejected, header.reading("found by the reader", "cell"));
  }
}
