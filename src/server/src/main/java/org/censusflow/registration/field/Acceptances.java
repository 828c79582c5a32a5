package org.censusflow.registration.field;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who accepted which block, area, subdistrict, and the district. What lies above waits here: when
 * the last part of an area is accepted the area is ready, and so on upwards. Only the parts of one
 * whole wait for each other, so that thousands of blocks can be accepted at once.
 */
@Component
public class Acceptances {

  private static final String OF_UNIT = " where census_id = ? and level = ? and code = ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  Acceptances(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Something that is accepted as a whole.
   *
   * @param subdistrict null for the district
   */
  public record Unit(
      Level level, String code, String name, String parentCode, String subdistrict) {}

  /**
   * @throws org.springframework.dao.EmptyResultDataAccessException when the registration was not
   *     opened for it
   */
  public Unit unit(String censusId, Level level, String code) {
    return jdbc.sql("select level, code, name, parent_code, subdistrict from acceptance" + OF_UNIT)
        .params(censusId, level.name(), code)
        .query(Unit.class)
        .single();
  }

  /** Keeps who put their name to the figures; the reviewer has to be somebody else. */
  @Transactional
  public void submitted(String censusId, Unit unit, String owner, String figures) {
    jdbc.sql(
            "update acceptance set status = 'SUBMITTED', owner = ?, submitted_at = ?, figures = ?"
                + OF_UNIT)
        .param(owner)
        .param(Moments.now(clock))
        .param(figures)
        .param(censusId)
        .param(unit.level().name())
        .param(unit.code())
        .update();
  }

  @Transactional
  public void returned(String censusId, Unit unit, String reviewer, String reason) {
    jdbc.sql(
            """
            update acceptance
               set status = 'RETURNED', reviewer = ?, reviewed_at = ?, reason = ?, returns = returns + 1
            """
                + OF_UNIT)
        .param(reviewer)
        .param(Moments.now(clock))
        .param(reason)
        .param(censusId)
        .param(unit.level().name())
        .param(unit.code())
        .update();
  }

  /**
   * Accepts a block, an area, a subdistrict or the district.
   *
   * @param reason why it is accepted although a figure falls short; null when all hold
   * @return the whole that is ready for acceptance by this, if it is; empty for the district
   */
  @Transactional
  public Optional<Unit> accepted(String censusId, Unit unit, String reviewer, String reason) {
    if (unit.level() != Level.DISTRICT) {
      lock(censusId, unit.level().above(), unit.parentCode());
    }
    Timestamp now = Moments.now(clock);
    jdbc.sql(
            "update acceptance set status = 'ACCEPTED', reviewer = ?, reviewed_at = ?, reason = ?"
                + OF_UNIT)
        .param(reviewer)
        .param(now)
        .param(reason)
        .param(censusId)
        .param(unit.level().name())
        .param(unit.code())
        .update();
    if (unit.level() == Level.BLOCK) {
      jdbc.sql(
              """
              update block_work set state = 'SHORT_ACCEPTED', short_accepted_at = ?
               where census_id = ? and block_code = ?
              """)
          .params(now, censusId, unit.code())
          .update();
    }
    if (unit.level() == Level.DISTRICT) {
      jdbc.sql("update field_phase set short_closed_at = ? where census_id = ?")
          .params(now, censusId)
          .update();
      return Optional.empty();
    }
    return ready(censusId, unit);
  }

  /** The whole above is ready once: when none of its parts is open and it was not before. */
  private Optional<Unit> ready(String censusId, Unit part) {
    Level above = part.level().above();
    int ready =
        jdbc.sql(
                "update acceptance set status = 'READY'"
                    + OF_UNIT
                    + """
                       and status = 'OPEN'
                       and not exists (select 1 from acceptance part where part.census_id = ? and part.level = ?
                                          and part.parent_code = ? and part.status <> 'ACCEPTED')
                      """)
            .param(censusId)
            .param(above.name())
            .param(part.parentCode())
            .param(censusId)
            .param(part.level().name())
            .param(part.parentCode())
            .update();
    return ready == 0 ? Optional.empty() : Optional.of(unit(censusId, above, part.parentCode()));
  }

  /**
   * Notes that everything of a block is in, its long forms included.
   *
   * @return whether that was the last block of the district
   */
  @Transactional
  public boolean registered(String censusId, String block) {
    String area = lockAreaOf(censusId, block);
    Timestamp now = Moments.now(clock);
    jdbc.sql(
            """
            update block_work set state = 'REGISTERED', registered_at = ?
             where census_id = ? and block_code = ? and registered_at is null
            """)
        .params(now, censusId, block)
        .update();
    return !openIn(censusId, area) && registered(censusId, unit(censusId, Level.AREA, area), now);
  }

  /** Notes that nothing of this whole is open, and then whether that completes the one above. */
  private boolean registered(String censusId, Unit whole, Timestamp now) {
    boolean district = whole.level() == Level.DISTRICT;
    if (!district) {
      lock(censusId, whole.level().above(), whole.parentCode());
    }
    jdbc.sql("update acceptance set registered_at = ?" + OF_UNIT)
        .params(now, censusId, whole.level().name(), whole.code())
        .update();
    if (district) {
      jdbc.sql("update field_phase set registered_at = ? where census_id = ?")
          .params(now, censusId)
          .update();
      return true;
    }
    return !openBeside(censusId, whole)
        && registered(censusId, unit(censusId, whole.level().above(), whole.parentCode()), now);
  }

  private boolean openIn(String censusId, String area) {
    return found(
        """
        select 1 from block_work
         where census_id = ? and area_code = ? and registered_at is null and merged_into is null
         fetch first 1 rows only
        """,
        censusId,
        area);
  }

  private boolean openBeside(String censusId, Unit part) {
    return found(
        """
        select 1 from acceptance
         where census_id = ? and level = ? and parent_code = ? and registered_at is null
         fetch first 1 rows only
        """,
        censusId,
        part.level().name(),
        part.parentCode());
  }

  private boolean found(String sql, Object... params) {
    return !jdbc.sql(sql).params(params).query(Integer.class).list().isEmpty();
  }

  /** One statement, because every block of the district passes here. */
  private String lockAreaOf(String censusId, String block) {
    return jdbc.sql(
            """
            select code from acceptance
             where census_id = ? and level = 'AREA'
               and code = (select block.parent_code from acceptance block
                            where block.census_id = ? and block.level = 'BLOCK' and block.code = ?)
               for update
            """)
        .params(censusId, censusId, block)
        .query(String.class)
        .single();
  }

  /** Two parts that end at once must not each take the other for open. */
  private void lock(String censusId, Level level, String code) {
    jdbc.sql("select code from acceptance" + OF_UNIT + " for update")
        .params(censusId, level.name(), code)
        .query(String.class)
        .single();
  }
}
