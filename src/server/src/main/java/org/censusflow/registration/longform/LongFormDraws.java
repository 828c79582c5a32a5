package org.censusflow.registration.longform;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.data.Moments;
import org.censusflow.registration.intake.IntakeRefused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the households of a census that answer the long form: once, with a seed that stays on
 * record together with the frame, so that the draw can be repeated and checked at any time.
 */
@Component
public class LongFormDraws {

  private static final int PERCENT = 10;

  /** A household whose members all died fills in no long form. */
  private static final int DIED_OUT = 999;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;

  public LongFormDraws(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  /**
   * Draws a tenth of the households. The frame is every household that is there, but those of
   * residents from Hong Kong, Macao, Taiwan and foreigners only.
   *
   * @param seed 6 to 64 characters, drawn in public or otherwise beyond the drawer's choice
   * @throws IntakeRefused when the draw has been made or there is nothing to draw from
   */
  @Transactional
  public LongFormDraw draw(String censusId, String seed, String actor) {
    if (seed == null || seed.length() < 6 || seed.length() > 64 || seed.indexOf('|') >= 0) {
      throw new IntakeRefused("CF-E835 种子应为 6 到 64 个字符，且不含竖线。");
    }
    if (find(censusId).isPresent()) {
      throw new IntakeRefused("CF-E836 长表户已经抽取，抽样结果不能重抽。");
    }
    List<LongFormSample.Unit> frame = households(censusId);
    if (frame.isEmpty()) {
      throw new IntakeRefused("CF-E837 还没有户，无法抽取长表户。");
    }
    Set<Long> drawn = new LongFormSample(seed, censusId, PERCENT).draw(frame);
    jdbc.sql(
            """
            insert into long_form_draw (census_id, method, seed, percent, households, chosen, drawn_by, drawn_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            censusId,
            LongFormSample.METHOD,
            seed,
            PERCENT,
            frame.size(),
            drawn.size(),
            actor,
            Moments.now(clock))
        .update();
    BulkInsert.rows(
        template,
        "long_form_frame (census_id, household_id, block_code, household_no, chosen)",
        frame.stream()
            .map(
                unit ->
                    new Object[] {
                      censusId, unit.id(), unit.block(), unit.number(), drawn.contains(unit.id())
                    })
            .toList());
    return find(censusId).orElseThrow();
  }

  public Optional<LongFormDraw> find(String censusId) {
    return jdbc.sql("select * from long_form_draw where census_id = ?")
        .param(censusId)
        .query(
            (row, n) ->
                new LongFormDraw(
                    row.getString("census_id"),
                    row.getString("method"),
                    row.getString("seed"),
                    row.getInt("percent"),
                    row.getInt("households"),
                    row.getInt("chosen"),
                    row.getString("drawn_by"),
                    row.getTimestamp("drawn_at").toInstant()))
        .optional();
  }

  /** Repeats the draw from its record; true when the same households come out. */
  public boolean repeats(String censusId) {
    LongFormDraw draw = find(censusId).orElseThrow();
    List<LongFormSample.Unit> frame =
        jdbc.sql(
                "select household_id, block_code, household_no from long_form_frame where census_id = ?")
            .param(censusId)
            .query(
                (row, n) ->
                    new LongFormSample.Unit(row.getLong(1), row.getString(2), row.getInt(3)))
            .list();
    Set<Long> stored =
        new HashSet<>(
            jdbc.sql("select household_id from long_form_frame where census_id = ? and chosen")
                .param(censusId)
                .query(Long.class)
                .list());
    return frame.size() == draw.households()
        && stored.size() == draw.chosen()
        && stored.equals(new LongFormSample(draw.seed(), censusId, draw.percent()).draw(frame));
  }

  /** Numbers of a block's households that answer the long form. */
  public List<Integer> chosen(String censusId, String block) {
    return jdbc.sql(
            "select household_no from long_form_frame where census_id = ? and block_code = ? and chosen order by 1")
        .params(censusId, block)
        .query(Integer.class)
        .list();
  }

  private List<LongFormSample.Unit> households(String censusId) {
    return jdbc.sql(
            """
            select h.id, h.block_code, h.household_no from household h
             where h.census_id = ? and h.household_no <> ?
               and (not exists (select 1 from person p where p.household_id = h.id)
                    or exists (select 1 from person p
                                 join person_version v on v.person_id = p.id and v.version = p.current_version
                                where p.household_id = h.id and v.form <> 'foreign'))
            """)
        .params(censusId, DIED_OUT)
        .query((row, n) -> new LongFormSample.Unit(row.getLong(1), row.getString(2), row.getInt(3)))
        .list();
  }
}
