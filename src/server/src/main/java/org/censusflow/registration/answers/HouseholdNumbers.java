package org.censusflow.registration.answers;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.intake.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers for households that come into a block. The number that a registered household has had in
 * a block is never given to another. Whoever asks keeps the block's turn until the transaction
 * ends.
 */
@Component
public class HouseholdNumbers {

  /** The largest number of a household in its block, and of a line in its form. */
  public static final int LARGEST = 9999;

  /** Stands for a household whose members have all died, so no other gets it. */
  private static final int DIED_OUT = 999;

  private final JdbcClient jdbc;
  private final ListedNumbers listed;
  private final Turns turns;

  public HouseholdNumbers(JdbcClient jdbc, ListedNumbers listed, Turns turns) {
    this.jdbc = jdbc;
    this.listed = listed;
    this.turns = turns;
  }

  /** Reads a number as it was written down; -1 for anything but a whole number in the range. */
  public static int read(String text) {
    if (text == null || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    String digits = text.replaceFirst("^0+", "");
    int most = String.valueOf(LARGEST).length();
    return digits.isEmpty() || digits.length() > most ? -1 : Integer.parseInt(digits);
  }

  /** The numbers given during one change of one census, before they are written. */
  public final class Series {

    private final String censusId;
    private final Map<String, Integer> last = new HashMap<>();

    private Series(String censusId) {
      this.censusId = censusId;
    }

    public int next(String block) {
      int before = last.computeIfAbsent(block, it -> highest(censusId, it));
      int next = before + 1 == DIED_OUT ? DIED_OUT + 1 : before + 1;
      last.put(block, next);
      return next;
    }

    /** The number in a block for a household that had another one elsewhere. */
    int next(String block, int had) {
      return had == DIED_OUT && !taken(censusId, block, had) ? had : next(block);
    }
  }

  /**
   * @param blocks that numbers will be asked for: their turns are taken at once, in order
   */
  public Series series(String censusId, Collection<String> blocks) {
    turns.inBlocks(censusId, blocks);
    return new Series(censusId);
  }

  private int highest(String censusId, String block) {
    turns.inBlocks(censusId, List.of(block));
    int given =
        jdbc.sql(
                """
                select coalesce(max(number), 0) from (
                  select household_no as number from household where census_id = ? and block_code = ?
                  union all
                  select from_no from household_move where census_id = ? and from_block = ?) given
                 where number <> ?
                """)
            .params(censusId, block, censusId, block, DIED_OUT)
            .query(Integer.class)
            .single();
    return Math.max(given, listed.highest(censusId, block));
  }

  private boolean taken(String censusId, String block, int number) {
    return !jdbc.sql(
            "select id from household where census_id = ? and block_code = ? and household_no = ?")
        .params(censusId, block, number)
        .query(Long.class)
        .list()
        .isEmpty();
  }
}
