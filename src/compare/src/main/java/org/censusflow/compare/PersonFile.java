package org.censusflow.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.files.Spreadsheet;
import org.censusflow.files.Spreadsheet.Line;
import org.censusflow.files.UnreadableSpreadsheet;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Header;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationFiles;
import org.censusflow.linkage.population.PopulationInput;
import org.censusflow.linkage.population.RejectedRow;
import org.censusflow.linkage.population.Workers;

/**
 * A file of persons: a spreadsheet, whose first row names the columns, or what the linker reads.
 */
final class PersonFile {

  private PersonFile() {}

  static PopulationInput read(Path file, List<Field> fields, Workers workers) throws IOException {
    InputFile.check(file);
    if (!InputFile.isSpreadsheet(file)) {
      return PopulationFiles.read(file, fields, workers);
    }
    try (Spreadsheet sheet = Spreadsheet.open(file)) {
      return read(sheet, fields);
    } catch (UnreadableSpreadsheet e) {
      throw new IOException(
          switch (e.fault()) {
            case NO_SPREADSHEET -> file + ": an archive, but no spreadsheet";
            case TOO_LARGE -> file + ": too large when unpacked; save it as CSV";
            case DAMAGED -> file + ": no readable spreadsheet";
          },
          e);
    }
  }

  private static PopulationInput read(Spreadsheet sheet, List<Field> fields) {
    Population.Builder builder = Population.builder(fields);
    List<RejectedRow> rejected = new ArrayList<>();
    Header header = null;
    for (Line line = sheet.next(); line != null; line = sheet.next()) {
      List<String> cells = line.cells();
      if (header == null) {
        header = new Header(cells, fields);
      } else if (cells.size() > header.width()) {
        rejected.add(new RejectedRow(line.number(), header.widthFault(cells.size())));
      } else {
        builder.add(header.values(cells));
      }
    }
    if (header == null) {
      header = new Header(List.of(), fields);
    }
    return new PopulationInput(builder.build(), rejected, header.reading("workbook", "cell"));
  }
}
