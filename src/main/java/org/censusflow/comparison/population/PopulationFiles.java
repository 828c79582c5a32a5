package org.censusflow.comparison.population;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads populations from files of rows. */
public final class PopulationFiles {

  private PopulationFiles() {}

  /**
   * Reads a CSV file (RFC 4180, UTF-8 with or without a byte-order mark) whose first row names the
   * columns. Columns that no field asks for are passed over; a field whose column is not there is
   * empty in every row.
   *
   * @throws IOException when the file cannot be read
   */
  public static PopulationInput readCsv(Path file, List<Field> fields) throws IOException {
    List<RejectedRow> rejected = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .skipEmptyLines(true)
            .ofCsvRecord(file, StandardCharsets.UTF_8)) {
      var records = csv.iterator();
      if (!records.hasNext()) {
        return new PopulationInput(Population.builder(fields).build(), rejected);
      }
      Header header = new Header(records.next().getFields(), fields);
      Population.Builder builder = Population.builder(fields);
      while (records.hasNext()) {
        CsvRecord row = records.next();
        if (row.getFieldCount() != header.width()) {
          rejected.add(
              new RejectedRow(row.getStartingLineNumber(), header.widthFault(row.getFieldCount())));
        } else {
          builder.add(header.values(row.getFields()));
        }
      }
      return new PopulationInput(builder.build(), rejected);
    }
  }
}
