package org.censusflow.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.FieldSpec;
import org.censusflow.linkage.spec.KeyForm;
import org.censusflow.linkage.spec.KeyPart;
import org.censusflow.linkage.spec.LevelKind;
import org.censusflow.linkage.spec.LevelSpec;
import org.junit.jupiter.api.Test;

/** Blocking against the naive comparison of all pairs. */
class BlockingTests {

  private static final List<BlockingRule> RULES =
      List.of(
          BlockingRule.on(KeyPart.of("name"), KeyPart.of("birth", KeyForm.YEAR)),
          BlockingRule.on(new KeyPart("name", KeyForm.PREFIX, 1), KeyPart.of("birth")),
          BlockingRule.on(KeyPart.of("title", KeyForm.WORDS)));

  private static final ComparisonSpec SPEC =
      new ComparisonSpec(
          "test",
          List.of(
              compared("name", Role.NAME),
              compared("birth", Role.DATE),
              compared("title", Role.TEXT)),
          RULES,
          0.9,
          0.1,
          false);

  private static FieldSpec compared(String name, Role role) {
    return new FieldSpec(
        Field.of(name, role), List.of(LevelSpec.of(LevelKind.EXACT, "同")), "异", false);
  }

  private static Population random(int size, long seed) {
    Random random = new Random(seed);
    Population.Builder builder = Population.builder(SPEC.populationFields());
    for (int i = 0; i < size; i++) {
      builder.add(
          random.nextInt(9) == 0
              ? ""
              : "张王李".charAt(random.nextInt(3)) + "" + "伟芳".charAt(random.nextInt(2)),
          random.nextInt(9) == 0
              ? ""
              : (1980 + random.nextInt(4)) + "-01-0" + (1 + random.nextInt(3)),
          "w" + random.nextInt(40) + " v" + random.nextInt(40));
    }
    return builder.build();
  }

  private static boolean naive(Population a, int l, Population b, int r) {
    String name = a.text("name", l);
    String birth = a.text("birth", l);
    boolean named = !name.isEmpty() && !b.text("name", r).isEmpty();
    boolean born = !birth.isEmpty() && !b.text("birth", r).isEmpty();
    return named
            && born
            && name.equals(b.text("name", r))
            && birth.substring(0, 4).equals(b.text("birth", r).substring(0, 4))
        || named
            && born
            && name.charAt(0) == b.text("name", r).charAt(0)
            && birth.equals(b.text("birth", r))
        || Set.of(a.text("title", l).split(" ")).stream()
            .anyMatch(List.of(b.text("title", r).split(" "))::contains);
  }

  @Test
  void exactlyThePairsThatAgreeOnARuleComeTogetherOnce() {
    for (int[] sizes : new int[][] {{200, 80}, {80, 200}}) {
      Population a = random(sizes[0], 1);
      Population b = random(sizes[1], 2);
      RowComparer comparer = new RowComparer(SPEC, a, b);
      CandidatePairs pairs =
          new Blocking(RULES, a, b, comparer, new Workers(2))
              .pairs(rows(a), rows(b), (l, r, pattern) -> pattern);
      List<String> found = new ArrayList<>();
      for (int i = 0; i < pairs.size(); i++) {
        found.add(pairs.left(i) + "-" + pairs.right(i));
      }
      Set<String> expected = new TreeSet<>();
      for (int l = 0; l < a.size(); l++) {
        for (int r = 0; r < b.size(); r++) {
          if (naive(a, l, b, r)) {
            expected.add(l + "-" + r);
          }
        }
      }
      assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static int[] rows(Population population) {
    int[] rows = new int[population.size()];
    java.util.Arrays.setAll(rows, i -> i);
    return rows;
  }
}
