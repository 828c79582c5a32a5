package org.censusflow.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationFiles;
import org.censusflow.linkage.population.PopulationInput;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;

/** A file of links that a run has written, read back. */
final class LinksRead {

  private static final List<Field> FIELDS =
      List.of(
          Field.of("left_id", Role.KEY),
          Field.of("right_id", Role.KEY),
          Field.of("verdict", Role.KEY),
          Field.of("posterior", Role.KEY));

  private final Population rows;
  private final double[] posteriors;

  private LinksRead(Population rows, double[] posteriors) {
    this.rows = rows;
    this.posteriors = posteriors;
  }

  static LinksRead read(Path file) throws IOException {
    InputFile.check(file);
    PopulationInput input = PopulationFiles.readCsv(file, FIELDS, Workers.all());
    if (input.reading().found().size() < FIELDS.size() || !input.rejected().isEmpty()) {
      throw new IOException(file + ": not a file of links that compare --out has written");
    }
    Population rows = input.population();
    double[] posteriors = new double[rows.size()];
    for (int i = 0; i < posteriors.length; i++) {
      try {
        posteriors[i] = Double.parseDouble(rows.text("posterior", i));
      } catch (NumberFormatException e) {
        throw new IOException(file + ": row " + (i + 1) + " has no posterior", e);
      }
    }
    return new LinksRead(rows, posteriors);
  }

  int size() {
    return posteriors.length;
  }

  double[] posteriors() {
    return posteriors;
  }

  String left(int i) {
    return rows.text("left_id", i);
  }

  String right(int i) {
    return rows.text("right_id", i);
  }

  boolean match(int i) {
    return rows.text("verdict", i).equals("match");
  }

  /** The links' places by their keys. */
  Map<List<String>, Integer> places() {
    Map<List<String>, Integer> places = new HashMap<>();
    for (int i = 0; i < size(); i++) {
      places.put(List.of(left(i), right(i)), i);
    }
    return places;
  }
}
