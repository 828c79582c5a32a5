package org.censusflow.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.censusflow.coverage.BlockCounts;
import org.censusflow.coverage.CoverageEstimate;
import org.censusflow.coverage.InvalidCounts;

/** The counts that {@code estimate} reads, and all that is wrong with the file. */
final class CountsFile {

  private static final List<String> NEEDED = List.of("stratum", "n1", "n2", "matched");
  private static final List<String> KNOWN = List.of("cluster", "erroneous", "imputed");

  /** Up to a million million persons; fractions for probabilities. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

  private static final Set<String> WHOLE = Set.of("n1", "n2", "imputed");

  private final List<BlockCounts> counts = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /**
   * Strata with a line that cannot be understood: what is said of them as a whole would mislead.
   */
  private final Set<String> broken = new HashSet<>();

  private List<String> header;

  private CountsFile() {}

  static CountsFile read(Path file) throws IOException {
    CountsFile counts = new CountsFile();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      csv.forEach(counts::line);
    } catch (CsvParseException e) {
      counts.faults.add(e.getMessage());
    }
    if (counts.header == null) {
      counts.faults.add("the file is empty");
    }
    return counts;
  }

  /**
   * @throws InvalidCounts with all that is wrong
   */
  CoverageEstimate estimate() {
    List<BlockCounts> whole =
        counts.stream().filter(block -> !broken.contains(block.stratum())).toList();
    try {
      CoverageEstimate estimate =
          whole.isEmpty() && !faults.isEmpty() ? null : CoverageEstimate.of(whole);
      if (faults.isEmpty()) {
        return estimate;
      }
    } catch (InvalidCounts e) {
      faults.addAll(e.faults());
    }
    throw new InvalidCounts(faults);
  }

  private void line(CsvRecord row) {
    if (header == null) {
      header(row);
    } else if (header.containsAll(NEEDED)) {
      counts(row);
    }
  }

  private void header(CsvRecord row) {
    header = row.getFields().stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!NEEDED.contains(column) && !KNOWN.contains(column)) {
        faults.add(
            "line 1: column '%s' is unknown; there are %s and %s"
                .formatted(column, String.join(", ", NEEDED), String.join(", ", KNOWN)));
      } else if (!seen.add(column)) {
        faults.add("line 1: column '" + column + "' is there twice");
      }
    }
    Set<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(header);
    missing.forEach(column -> faults.add("line 1: column '" + column + "' is missing"));
  }

  private void counts(CsvRecord row) {
    String line = "line " + row.getStartingLineNumber() + ": ";
    if (row.getFieldCount() != header.size()) {
      faults.add(
          line + "%d fields where the header has %d".formatted(row.getFieldCount(), header.size()));
      if (row.getFieldCount() > header.indexOf("stratum")) {
        broken.add(field(row, "stratum"));
      }
      return;
    }
    int before = faults.size();
    String stratum = field(row, "stratum");
    String cluster = field(row, "cluster");
    if (stratum.isEmpty()) {
      faults.add(line + "stratum is empty");
    }
    BlockCounts block =
        new BlockCounts(
            stratum,
            cluster.isEmpty() ? null : cluster,
            number(row, "n1", line),
            number(row, "n2", line),
            number(row, "matched", line),
            number(row, "erroneous", line),
            number(row, "imputed", line));
    if (faults.size() > before) {
      broken.add(stratum);
    } else {
      counts.add(block);
    }
  }

  private double number(CsvRecord row, String column, String line) {
    String text = field(row, column);
    if (text.isEmpty() && KNOWN.contains(column)) {
      return 0;
    }
    if (!NUMBER.matcher(text).matches() || WHOLE.contains(column) && text.contains(".")) {
      String kind = WHOLE.contains(column) ? "a whole number" : "a number";
      faults.add(line + column + ": '" + text + "' is not " + kind);
      return 0;
    }
    return Double.parseDouble(text);
  }

  /** The text of a column; empty where the file does not have it. */
  private String field(CsvRecord row, String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : row.getField(at).strip();
  }
}
