package org.censusflow.crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No small count is shown, and none can be worked out from what is. */
class SmallCellsTests {

  private static final int SMALLEST = 5;

  /** A table that shows nothing: what the two sums alone give away is not the table's doing. */
  private static final List<String> NOTHING = Collections.nCopies(4, SmallCells.HIDDEN);

  @ParameterizedTest
  @CsvSource({
    "1000,   0,  20, 30, '1000,0,20,30'",
    "1000,   3,  20, 30, '1000,不显示,不显示,不显示'",
    "1000,   8,   2, 30, '1000,不显示,不显示,不显示'",
    "1000,   0,   2, 30, '不显示,0,不显示,不显示'",
    "   3,   0,   0, 30, '不显示,不显示,不显示,不显示'",
    "   0,   0,   0,  0, '0,0,0,0'"
  })
  void aSmallCountTakesAnotherWithIt(
      int matched, int review, int register, int census, String shown) {
    assertThat(String.join(",", SmallCells.shown(SMALLEST, matched, review, register, census)))
        .isEqualTo(shown);
  }

  @Test
  void aRegisterThatDoesNotKnowEverybodyHasOneSumOnly() {
    assertThat(SmallCells.shown(SMALLEST, 500, 0, 2, null).subList(0, 3))
        .containsExactly("不显示", "0", "不显示");
  }

  /** Tries every table of small numbers against somebody who knows both totals. */
  @Test
  void nobodyCanWorkASmallCountOut() {
    for (int code = 0; code < 9 * 9 * 9 * 9; code++) {
      int[] cells = {code % 9, code / 9 % 9, code / 81 % 9, code / 729};
      List<String> shown = SmallCells.shown(SMALLEST, cells[0], cells[1], cells[2], cells[3]);
      for (int cell = 0; cell < 4; cell++) {
        boolean small = cells[cell] > 0 && cells[cell] < SMALLEST;
        if (small && possible(cells, NOTHING, cell).size() > 1) {
          assertThat(possible(cells, shown, cell))
              .as(Arrays.toString(cells) + " " + shown + " cell " + cell)
              .hasSizeGreaterThan(1);
        }
      }
    }
  }

  /** The values that a cell may have for somebody who knows the sums and what is shown. */
  private static Set<Integer> possible(int[] cells, List<String> shown, int cell) {
    int left = cells[0] + cells[1] + cells[2];
    int right = cells[0] + cells[1] + cells[3];
    Set<Integer> values = new HashSet<>();
    for (int a = 0; a <= Math.min(left, right); a++) {
      for (int b = 0; a + b <= Math.min(left, right); b++) {
        int[] guess = {a, b, left - a - b, right - a - b};
        boolean fits = true;
        for (int i = 0; i < 4; i++) {
          fits &= shown.get(i).equals(SmallCells.HIDDEN) || guess[i] == cells[i];
        }
        if (fits) {
          values.add(guess[cell]);
        }
      }
    }
    return values;
  }
}
