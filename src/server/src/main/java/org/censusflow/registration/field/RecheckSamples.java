package org.censusflow.registration.field;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The households of a block that its supervisor rechecks, and what that found. */
@Component
public class RecheckSamples {

  private static final String OF_ROUND = " where census_id = ? and block_code = ? and round = ?";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final FieldPhase phase;
  private final BlockWork work;
  private final FieldCounts counts;
  private final Clock clock;

  RecheckSamples(
      JdbcClient jdbc,
      JdbcTemplate template,
      FieldPhase phase,
      BlockWork work,
      FieldCounts counts,
      Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.phase = phase;
    this.work = work;
    this.counts = counts;
    this.clock = clock;
  }

  /**
   * Draws the households to recheck among all of the block's list, those found empty included.
   * Repeating the draw of a round changes nothing.
   *
   * @param enumeratedBy who enumerated the block in this round; does not recheck it
   * @return how many are drawn
   */
  @Transactional
  public int draw(String censusId, String block, double share, String enumeratedBy) {
    int round = work.round(censusId, block);
    jdbc.sql("update block_work set state = 'RECHECK' where census_id = ? and block_code = ?")
        .params(censusId, block)
        .update();
    if (roundKept(censusId, block, round)) {
      return rechecked(censusId, block).drawn();
    }
    List<Integer> households =
        jdbc.sql(
                "select household_no from household_case where census_id = ? and block_code = ? order by household_no")
            .params(censusId, block)
            .query(Integer.class)
            .list();
    List<SampleDraw.Drawn> drawn =
        SampleDraw.draw(phase.seed(censusId), censusId, block, round, households, share);
    List<Object[]> rows = new ArrayList<>();
    drawn.forEach(
        household ->
            rows.add(
                new Object[] {
                  censusId, block, round, household.householdNo(), rows.size() + 1, household.key()
                }));
    BulkInsert.rows(
        template,
        "recheck_sample (census_id, block_code, round, household_no, draw_rank, draw_key)",
        rows);
    jdbc.sql(
            "insert into block_round (census_id, block_code, round, enumerated_by) values (?, ?, ?, ?)")
        .params(censusId, block, round, enumeratedBy)
        .update();
    counts.changed(censusId, List.of(block));
    return rows.size();
  }

  private boolean roundKept(String censusId, String block, int round) {
    return jdbc.sql("select count(*) from block_round" + OF_ROUND)
            .params(censusId, block, round)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Keeps what the recheck of one household found; saying it again replaces what was said.
   *
   * @throws FieldWorkRefused when the household was not drawn or the numbers do not fit
   */
  @Transactional
  public void record(
      FieldTask task, int householdNo, int items, int wrong, int missed, String note, String user) {
    if (items < 1 || wrong < 0 || wrong > items || missed < 0) {
      throw new FieldWorkRefused("请填写核对的项数和差错的项数；差错不能多于核对的项数。");
    }
    if ((wrong > 0 || missed > 0) && (note == null || note.isBlank())) {
      throw new FieldWorkRefused("有差错或漏登的，请写明情况。");
    }
    int changed =
        jdbc.sql(
                """
                update recheck_sample
                   set checked_items = ?, wrong_items = ?, missed_persons = ?, note = ?, checked_by = ?, checked_at = ?
                """
                    + OF_ROUND
                    + " and household_no = ?")
            .param(items)
            .param(wrong)
            .param(missed)
            .param(note)
            .param(user)
            .param(Moments.now(clock))
            .param(task.censusId())
            .param(task.block())
            .param(work.round(task.censusId(), task.block()))
            .param(householdNo)
            .update();
    if (changed == 0) {
      throw new FieldWorkRefused("这一户没有被抽中复核。");
    }
    counts.changed(task.censusId(), List.of(task.block()));
  }

  /** What the recheck of the block's present round has found. */
  public Rechecked rechecked(String censusId, String block) {
    return jdbc.sql(
            """
            select count(*) as drawn, count(checked_at) as checked, coalesce(sum(checked_items), 0) as items,
                   coalesce(sum(wrong_items), 0) as wrong, coalesce(sum(missed_persons), 0) as missed_persons
              from recheck_sample
            """
                + OF_ROUND)
        .params(censusId, block, work.round(censusId, block))
        .query(Rechecked.class)
        .single();
  }

  /** Keeps how the round ended and, unless it passed, opens every household for another. */
  @Transactional
  public void conclude(String censusId, String block, String recheckedBy, String outcome) {
    jdbc.sql("update block_round set rechecked_by = ?, outcome = ?, closed_at = ?" + OF_ROUND)
        .param(recheckedBy)
        .param(outcome)
        .param(Moments.now(clock))
        .param(censusId)
        .param(block)
        .param(work.round(censusId, block))
        .update();
  }

  /** Opens every household of the block for another round. */
  @Transactional
  public void reopen(String censusId, String block) {
    jdbc.sql(
            """
            update block_work set round = round + 1, state = 'SHORT_FORMS' where census_id = ? and block_code = ?
            """)
        .params(censusId, block)
        .update();
    jdbc.sql(
            """
            update household_case set status = 'OPEN', mode = 'VISIT', attempts = 0, settled_at = null
             where census_id = ? and block_code = ?
            """)
        .params(censusId, block)
        .update();
    counts.changed(censusId, List.of(block));
  }

  /** Who enumerated the block, the present round first; empty before the first draw. */
  public List<String> enumerators(String censusId, String block) {
    return jdbc.sql(
            """
            select enumerated_by from block_round where census_id = ? and block_code = ? order by round desc
            """)
        .params(censusId, block)
        .query(String.class)
        .list();
  }

  /**
   * Who registered a block before that has to be registered anew by others.
   *
   * @return nobody unless the last round that was concluded asks for others
   */
  public List<String> replaced(String censusId, String block) {
    return jdbc.sql(
            """
            select r.enumerated_by from block_round r
             where r.census_id = :census and r.block_code = :block
               and exists (select 1 from block_round last
                            where last.census_id = :census and last.block_code = :block
                              and last.outcome = 'replace'
                              and last.round = (select max(c.round) from block_round c
                                                 where c.census_id = :census and c.block_code = :block
                                                   and c.outcome is not null))
             order by r.round desc
            """)
        .param("census", censusId)
        .param("block", block)
        .query(String.class)
        .list();
  }
}
