package org.censusflow.registration.field;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The households on a block's list, and which of them are still to be registered. */
@Component
public class HouseholdCases {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final FieldCounts counts;
  private final Clock clock;

  HouseholdCases(JdbcClient jdbc, JdbcTemplate template, FieldCounts counts, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.counts = counts;
    this.clock = clock;
  }

  /**
   * Puts the block's households on its list: those that are registered already, and numbers for as
   * many as the enumerator counted. Repeatable.
   */
  @Transactional
  public void list(String censusId, String block, int listed) {
    Set<Integer> numbers =
        new TreeSet<>(
            jdbc.sql("select household_no from household where census_id = ? and block_code = ?")
                .params(censusId, block)
                .query(Integer.class)
                .list());
    for (int number = 1; numbers.size() < listed; number++) {
      numbers.add(number);
    }
    numbers.removeAll(numbers(censusId, block));
    List<Object[]> rows = new ArrayList<>();
    numbers.forEach(number -> rows.add(new Object[] {censusId, block, number, "VISIT", "OPEN"}));
    BulkInsert.rows(
        template, "household_case (census_id, block_code, household_no, mode, status)", rows);
    sync(censusId, block);
  }

  private List<Integer> numbers(String censusId, String block) {
    return jdbc.sql(
            "select household_no from household_case where census_id = ? and block_code = ?")
        .params(censusId, block)
        .query(Integer.class)
        .list();
  }

  /**
   * Takes in what has been registered since: a household that answered needs no more visits. In a
   * block that is registered anew each household has to be confirmed, so nothing is taken in there.
   */
  @Transactional
  public void sync(String censusId, String block) {
    Timestamp now = Moments.now(clock);
    jdbc.sql(
            """
            update household_case set status = 'REGISTERED', settled_at = ?
             where census_id = ? and block_code = ? and status = 'OPEN'
               and 0 = (select w.round from block_work w
                         where w.census_id = household_case.census_id and w.block_code = household_case.block_code)
               and exists (select 1 from household h
                            where h.state = 'ANSWERED'
                              and h.census_id = household_case.census_id
                              and h.block_code = household_case.block_code
                              and h.household_no = household_case.household_no)
            """)
        .params(now, censusId, block)
        .update();
    jdbc.sql(
            """
            insert into household_case (census_id, block_code, household_no, mode, status, settled_at)
            select h.census_id, h.block_code, h.household_no, 'VISIT', 'REGISTERED',
                   cast(? as timestamp with time zone) from household h
             where h.census_id = ? and h.block_code = ? and h.state = 'ANSWERED'
               and not exists (select 1 from household_case c where c.census_id = h.census_id
                                  and c.block_code = h.block_code and c.household_no = h.household_no)
            """)
        .params(now, censusId, block)
        .update();
    jdbc.sql(
            """
            update household_case
               set mode = (select case when h.state = 'SELF' then 'SELF' else 'VISIT' end from household h
                            where h.census_id = household_case.census_id
                              and h.block_code = household_case.block_code
                              and h.household_no = household_case.household_no)
             where census_id = ? and block_code = ? and status = 'OPEN'
               and exists (select 1 from household h
                            where h.census_id = household_case.census_id
                              and h.block_code = household_case.block_code
                              and h.household_no = household_case.household_no)
            """)
        .params(censusId, block)
        .update();
    counts.changed(censusId, List.of(block));
  }

  /** After a household's answer: the list takes it in where there is a list already. */
  @Transactional
  void answered(String censusId, String block) {
    if (numbers(censusId, block).isEmpty()) {
      counts.changed(censusId, List.of(block));
    } else {
      sync(censusId, block);
    }
  }

  /** How many households of the block are neither registered nor closed. */
  public int open(String censusId, String block) {
    return jdbc.sql(
            "select count(*) from household_case where census_id = ? and block_code = ? and status = 'OPEN'")
        .params(censusId, block)
        .query(Integer.class)
        .single();
  }

  /**
   * After the registration has sent back whoever wanted to answer alone and has not: so are visited
   * those too of whom nothing but a number is known.
   *
   * @return how many households go back to the enumerator
   */
  @Transactional
  public int returnUnanswered(String censusId, String block) {
    sync(censusId, block);
    return jdbc.sql(
            """
            update household_case set mode = 'VISIT'
             where census_id = ? and block_code = ? and mode = 'SELF' and status = 'OPEN'
            """)
        .params(censusId, block)
        .update();
  }
}
