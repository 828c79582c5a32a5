package org.censusflow.registration.field;

import java.util.List;
import org.censusflow.registration.answers.HouseholdsMoved.Move;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes cases under another block and number, with their visits and their place in a recheck. */
@Component
class CaseMoveStore {

  private static final String OF_HOUSEHOLD =
      " where census_id = ? and block_code = ? and household_no = ?";

  private final JdbcClient jdbc;

  CaseMoveStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Nothing happens where the household was on no list. */
  void move(String censusId, Move one) {
    jdbc.sql(
            """
            insert into household_case (census_id, block_code, household_no, mode, status, attempts, settled_at)
            select census_id, ?, ?, mode, status, attempts, settled_at from household_case
            """
                + OF_HOUSEHOLD)
        .params(one.to(), one.toNo(), censusId, one.from(), one.fromNo())
        .update();
    jdbc.sql("update household_attempt set block_code = ?, household_no = ?" + OF_HOUSEHOLD)
        .params(one.to(), one.toNo(), censusId, one.from(), one.fromNo())
        .update();
    jdbc.sql("delete from household_case" + OF_HOUSEHOLD)
        .params(censusId, one.from(), one.fromNo())
        .update();
    moveDraw(censusId, one);
  }

  /**
   * A household that was drawn and not rechecked yet is rechecked where it comes to, unless that
   * block still has its draw before it.
   */
  private void moveDraw(String censusId, Move one) {
    jdbc.sql(
            """
            update recheck_sample
               set block_code = :to, household_no = :toNo,
                   round = (select w.round from block_work w where w.census_id = :census and w.block_code = :to)
             where census_id = :census and block_code = :from and household_no = :fromNo and checked_at is null
               and round = (select w.round from block_work w where w.census_id = :census and w.block_code = :from)
               and exists (select 1 from block_round r
                             join block_work w on w.census_id = r.census_id and w.block_code = r.block_code
                                              and w.round = r.round
                            where r.census_id = :census and r.block_code = :to)
            """)
        .param("census", censusId)
        .param("from", one.from())
        .param("fromNo", one.fromNo())
        .param("to", one.to())
        .param("toNo", one.toNo())
        .update();
    jdbc.sql("delete from recheck_sample" + OF_HOUSEHOLD + " and checked_at is null")
        .params(censusId, one.from(), one.fromNo())
        .update();
  }

  void add(String censusId, String block, int number) {
    jdbc.sql(
            """
            insert into household_case (census_id, block_code, household_no, mode, status)
            values (?, ?, ?, 'VISIT', 'OPEN')
            """)
        .params(censusId, block, number)
        .update();
  }

  /** What stands on a block's list. */
  List<Integer> numbers(String censusId, String block) {
    return jdbc.sql(
            "select household_no from household_case where census_id = ? and block_code = ? order by household_no")
        .params(censusId, block)
        .query(Integer.class)
        .list();
  }

  /** Open cases of which nothing but the number is known, those never visited first. */
  List<Integer> withoutHousehold(String censusId, String block, int most) {
    return jdbc.sql(
            """
            select c.household_no from household_case c
             where c.census_id = ? and c.block_code = ? and c.status = 'OPEN'
               and not exists (select 1 from household h where h.census_id = c.census_id
                                  and h.block_code = c.block_code and h.household_no = c.household_no)
             order by c.attempts, c.household_no desc fetch first ? rows only
            """)
        .params(censusId, block, most)
        .query(Integer.class)
        .list();
  }
}
