package org.censusflow.sample.population;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is wrong with a sample population's files and how often: all figures are shares from 0 to 1.
 * Presets and files are YAML; {@code docs/sample.md} explains every figure.
 *
 * @param composition who lives in the district
 * @param registers noise of the departments' files that is no difference
 * @param differences persons with a difference of a class (D01 to D12), per person of the census
 * @param linkage errors between census and household register
 */
public record ErrorModel(
    Composition composition,
    Registers registers,
    Map<String, Double> differences,
    Linkage linkage) {

  public ErrorModel {
    differences =
        Collections.unmodifiableMap(new TreeMap<>(differences == null ? Map.of() : differences));
  }

  /** Shares of households (the first four) and of persons. */
  public record Composition(
      double split,
      double migrant,
      double away,
      double foreign,
      double minority,
      double absentMember,
      double mixedCouple,
      double rareName,
      double deaths,
      double lateDeaths,
      double lateBirths,
      double movedOut,
      double lateMoves) {}

  /** Shares of a register's rows. */
  public record Registers(
      double abbreviatedAddress,
      double outdatedAddress,
      double districtName,
      double fifteenDigitId,
      double lowerCaseX,
      double dotVariant,
      double spacedName,
      double idMissing,
      double idMistyped) {}

  /**
   * Shares of persons; {@code fields} and {@code ids} weigh the kinds of an error, {@code
   * censusSide} is the share of errors that stand in the census and {@code moved} the share of
   * correlated errors that are another address.
   */
  public record Linkage(
      double onlyInCensus,
      double onlyInRegister,
      double fieldDifference,
      double idMissing,
      double idMistyped,
      double idSwapped,
      double duplicate,
      double correlated,
      double censusSide,
      Map<String, Double> fields,
      Map<String, Double> ids,
      double moved) {}

  /**
   * The preset of the sample district: exact truth by difference class, about 3 % of rows with a
   * difference.
   */
  public static ErrorModel defaults() {
    return preset("district");
  }

  /** A preset by name: {@code district} or {@code linkage}. */
  public static ErrorModel preset(String name) {
    return ErrorModelReader.preset(name);
  }

  /**
   * Reads a YAML file. Its key {@code preset} names what the file starts from (default {@code
   * district}).
   *
   * @throws IllegalArgumentException naming every unknown key and every share that is out of range
   */
  public static ErrorModel read(Path file) {
    return ErrorModelReader.read(file);
  }

  double rate(String differenceClass) {
    return differences.getOrDefault(differenceClass, 0.0);
  }
}
