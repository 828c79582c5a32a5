package org.censusflow.sample.population;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What sample population to make.
 *
 * @param persons persons with a row in the census; the last household may exceed it
 * @param blocks census blocks that they are spread over
 * @param seed the same seed and options give the same bytes
 * @param reference the day at whose first minute the census counts (census standard time)
 * @param errors what is wrong with the files
 * @param supplies keys of the departments' files to write
 */
public record SampleOptions(
    int persons,
    int blocks,
    long seed,
    SampleDistrict district,
    LocalDate reference,
    ErrorModel errors,
    Set<String> supplies) {

  /** Keys of all supplies, in the order of the contract with the departments. */
  public static final List<String> ALL_SUPPLIES =
      Arrays.stream(SampleSupply.values()).map(supply -> supply.key).toList();

  public SampleOptions {
    if (persons < 1 || blocks < 1) {
      throw new IllegalArgumentException("a population needs at least one person and one block");
    }
    supplies = new TreeSet<>(supplies);
    Set<String> unknown = new TreeSet<>(supplies);
    ALL_SUPPLIES.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown supplies " + unknown + "; known: " + ALL_SUPPLIES);
    }
  }

  /** Haicang at the census of 2020 with the default error model and all supplies. */
  public static SampleOptions of(int persons, int blocks, long seed) {
    return new SampleOptions(
        persons,
        blocks,
        seed,
        SampleDistrict.haicang(),
        LocalDate.of(2020, 11, 1),
        ErrorModel.defaults(),
        Set.copyOf(ALL_SUPPLIES));
  }

  public SampleOptions with(SampleDistrict other) {
    return new SampleOptions(persons, blocks, seed, other, reference, errors, supplies);
  }

  public SampleOptions with(ErrorModel other) {
    return new SampleOptions(persons, blocks, seed, district, reference, other, supplies);
  }

  public SampleOptions with(Set<String> other) {
    return new SampleOptions(persons, blocks, seed, district, reference, errors, other);
  }
}
