package org.censusflow.linkage;

import org.censusflow.linkage.population.Population;

/**
 * A register as a department supplied it.
 *
 * @param supply the supply's id, as in {@code household-register}
 * @param kind what kind of record it holds
 * @param rows its rows, with the fields of {@link CensusFields#register}
 */
public record Register(String supply, RegisterKind kind, Population rows) {

  /** A register whose kind follows from the supply. */
  public static Register of(String supply, Population rows) {
    return new Register(supply, RegisterKind.ofSupply(supply), rows);
  }
}
