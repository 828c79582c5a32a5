package org.censusflow.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.censusflow.linkage.Families.Kind;
import org.censusflow.linkage.evaluation.Accuracy;
import org.censusflow.linkage.evaluation.Evaluation;
import org.censusflow.linkage.evaluation.ExpectedErrors;
import org.censusflow.linkage.evaluation.Truth;
import org.censusflow.linkage.matching.MatchModel;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationFiles;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.DefaultLevels;
import org.censusflow.linkage.spec.FieldSpec;
import org.censusflow.linkage.spec.KeyPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Families without numbers and the first spec that comes to mind: its rules hold what families
 * share, and learning must not take a family for a person.
 */
class FamiliesTests {

  private static final int PERSONS = 8_000;

  @TempDir private Path folder;

  private static ComparisonSpec natural() {
    List<FieldSpec> fields =
        List.of(
            FieldSpec.carried(Field.of("id", Role.KEY)),
            field("first", Role.NAME, true),
            field("family", Role.NAME, true),
            field("birth", Role.DATE, false),
            field("sex", Role.SEX, false),
            field("street", Role.TEXT, true),
            field("town", Role.TEXT, true),
            field("postcode", Role.CODE, true));
    List<BlockingRule> rules =
        List.of(
            rule("family", "postcode"),
            rule("first", "birth"),
            rule("birth", "postcode"),
            rule("first", "family"));
    return new ComparisonSpec("families", fields, rules, 0.5, 0.1, false);
  }

  private static FieldSpec field(String name, Role role, boolean frequency) {
    return new FieldSpec(
        Field.of(name, role), DefaultLevels.of(role, name), name + "不同", frequency);
  }

  private static BlockingRule rule(String first, String second) {
    return BlockingRule.on(KeyPart.of(first), KeyPart.of(second));
  }

  private Evaluation compared(Kind kind, long seed) throws IOException {
    Families.write(kind, PERSONS, seed, folder);
    ComparisonSpec spec = natural();
    Population left = read("left.csv", spec);
    Population right = read("right.csv", spec);
    result = Comparison.compare(left, right, spec, ComparisonProgress.NONE);
    return new Evaluation(result, Truth.read(folder.resolve("truth.csv"), left, right));
  }

  private ComparisonResult result;

  private Population read(String name, ComparisonSpec spec) throws IOException {
    return PopulationFiles.readCsv(folder.resolve(name), spec.populationFields()).population();
  }

  private static Kind kind(String name) {
    return switch (name) {
      case "dirty" -> Families.DIRTY;
      case "weak" -> Families.WEAK;
      case "chinese" -> Families.CHINESE;
      default -> Families.TYPING;
    };
  }

  /** What blocking loses no learning can find: what was compared counts. */
  @ParameterizedTest
  @CsvSource({"typing, 0.99", "dirty, 0.975", "weak, 0.975", "chinese, 0.985"})
  void theFirstSpecFindsNearlyAllThatWasCompared(String name, double least) throws IOException {
    Evaluation evaluation = compared(kind(name), 11);
    Accuracy matches = evaluation.matches();
    long missed = matches.missed() - evaluation.lostToBlocking();
    Accuracy amongCompared = new Accuracy(matches.correct(), matches.wrong(), missed);
    assertThat(amongCompared.f1()).isGreaterThan(least);
  }

  @Test
  void whatIsLearntIsWhatTheRowsAreLike() throws IOException {
    compared(Families.DIRTY, 5);
    assertThat(m("first")).isBetween(0.62, 0.74);
    assertThat(m("sex")).isGreaterThan(0.98);
    assertThat(m("family")).isBetween(0.88, 0.95);
  }

  private double m(String field) {
    return result.model().fields().stream()
        .filter(model -> model.field().equals(field))
        .map(MatchModel.FieldModel::levels)
        .findFirst()
        .orElseThrow()
        .get(0)
        .m();
  }

  /** Twenty populations of different error rates. */
  @Test
  void expectedErrorsHoldTheTrueOnes() throws IOException {
    int heldFalse = 0;
    int heldMissed = 0;
    for (int i = 0; i < 20; i++) {
      double rate = 0.03 + 0.015 * i;
      boolean latin = i % 2 == 0;
      Kind kind =
          new Kind(latin, false, rate, rate / 3, rate / 3, 0.02 + rate / 3, 0.03, 0.6 + i * 0.01);
      Evaluation evaluation = compared(kind, 100 + i);
      Accuracy matches = evaluation.matches();
      ExpectedErrors expected = result.expectedErrors();
      heldFalse += holds(expected.falseInterval(), matches.wrong());
      heldMissed += holds(expected.missedInterval(), matches.missed());
    }
    assertThat(heldFalse).isGreaterThanOrEqualTo(18);
    assertThat(heldMissed).isGreaterThanOrEqualTo(18);
  }

  private static int holds(ExpectedErrors.Interval interval, long figure) {
    return figure >= interval.from() && figure <= interval.to() ? 1 : 0;
  }
}
