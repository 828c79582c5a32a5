package org.censusflow.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.IdColumn;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;
import org.junit.jupiter.api.Test;

/** The join by partitions against looking at all pairs, and over several threads. */
class IdJoinTests {

  private static final int PLACEHOLDER = 7;

  /** Numbers that up to nine rows share, some rows without one. */
  private static IdColumn numbers(int rows, int distinct, long seed) {
    Random random = new Random(seed);
    Population.Builder builder = Population.builder(List.of(Field.of("mark", Role.ID)));
    for (int i = 0; i < rows; i++) {
      int number = random.nextInt(distinct);
      builder.add(random.nextInt(10) == 0 ? "" : i % 90 == 0 ? "p" + PLACEHOLDER : "p" + number);
    }
    return (IdColumn) builder.build().column("mark");
  }

  private static int[] joined(IdColumn left, IdColumn right, int threads) {
    int[] partner = new int[left.size()];
    Arrays.fill(partner, -1);
    // The last row of a group, so that the order in which rows are offered shows.
    new IdJoin(left, right, new Workers(threads)).join(partner, (l, best, other) -> other);
    return partner;
  }

  @Test
  void everyRowFindsTheRowsOfItsNumberAndNumbersOfManyRowsJoinNothing() {
    IdColumn left = numbers(1_000, 900, 1);
    IdColumn right = numbers(1_000, 900, 2);

    int[] partner = joined(left, right, 1);

    int found = 0;
    for (int l = 0; l < left.size(); l++) {
      int last = -1;
      int rows = 0;
      for (int r = 0; r < right.size(); r++) {
        if (left.key(l) != 0 && left.key(l) == right.key(r)) {
          last = r;
          rows++;
        }
      }
      assertThat(partner[l]).isEqualTo(rows > 8 ? -1 : last);
      found += partner[l] >= 0 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(300);
  }

  @Test
  void manyPartitionsJoinTheSameForAnyNumberOfThreads() {
    IdColumn left = numbers(60_000, 50_000, 3);
    IdColumn right = numbers(50_000, 50_000, 4);
    assertThat(NumberPartitions.bits(left.size())).isGreaterThan(1);

    int[] one = joined(left, right, 1);

    assertThat(joined(left, right, 2)).isEqualTo(one);
    assertThat(joined(left, right, 7)).isEqualTo(one);
    for (int l = 0; l < one.length; l++) {
      assertThat(one[l] < 0 || left.key(l) == right.key(one[l])).isTrue();
    }
  }
}
