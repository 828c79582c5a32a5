package org.censusflow.linkage.population;

import java.util.List;

/**
 * What came out of a file.
 *
 * @param population the rows that could be read
 * @param rejected the rows that could not, each with line and reason
 * @param reading how the file was understood; {@code null} when there was nothing to understand
 */
public record PopulationInput(
    Population population, List<RejectedRow> rejected, FileReading reading) {

  public PopulationInput {
    rejected = List.copyOf(rejected);
  }
}
