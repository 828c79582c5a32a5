package org.censusflow.crosscheck.compare;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Moments;
import org.censusflow.mapping.assignment.OwnBlocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which blocks are being rechecked. The phase waits here for thousands of blocks instead of in the
 * engine.
 */
@Component
public class AreaRechecks {

  private final JdbcClient jdbc;
  private final Clock clock;

  AreaRechecks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A block to recheck.
   *
   * @param subdistrict key of its subdistrict; null for {@link Difference#UNLOCATED}
   */
  public record Area(String block, String subdistrict) {}

  /**
   * Where a block is that is being rechecked.
   *
   * @param district whose census it has to be
   * @return empty when no such block is being rechecked
   */
  public Optional<OwnBlocks.Place> place(String district, String censusId, String block) {
    return jdbc.sql(
            """
            select c.district, c.id as census_id, a.block_code as block, a.subdistrict
              from census c join area_recheck a on a.census_id = c.id
             where c.district = ? and c.id = ? and a.block_code = ? and a.completed_at is null
            """)
        .params(district, censusId, block)
        .query(OwnBlocks.Place.class)
        .optional();
  }

  /** Blocks with open differences that are not being rechecked. */
  public List<Area> notStarted(String censusId) {
    return jdbc.sql(
            """
            select distinct d.block_code as block, b.subdistrict
              from difference d
              left join block b on b.census_id = d.census_id and b.code = d.block_code
             where d.census_id = ? and d.status <> 'APPROVED'
               and not exists (select 1 from area_recheck a
                                where a.census_id = d.census_id and a.block_code = d.block_code
                                  and a.completed_at is null)
             order by d.block_code
            """)
        .param(censusId)
        .query(Area.class)
        .list();
  }

  /** How many blocks have differences that are not settled. */
  public int withOpenDifferences(String censusId) {
    return jdbc.sql(
            "select count(distinct block_code) from difference where census_id = ? and status <> 'APPROVED'")
        .param(censusId)
        .query(Integer.class)
        .single();
  }

  /** Marks a block as being rechecked, so that it is started once. */
  @Transactional
  public void started(String censusId, Area area) {
    Timestamp now = Moments.now(clock);
    int again =
        jdbc.sql(
                "update area_recheck set started_at = ?, completed_at = null where census_id = ? and block_code = ?")
            .params(now, censusId, area.block())
            .update();
    if (again == 0) {
      jdbc.sql(
              "insert into area_recheck (census_id, block_code, subdistrict, started_at) values (?, ?, ?, ?)")
          .params(censusId, area.block(), area.subdistrict(), now)
          .update();
    }
  }

  /**
   * Marks a block as done.
   *
   * @return how many blocks are still being rechecked
   */
  @Transactional
  public int completed(String censusId, String block) {
    lock(censusId);
    jdbc.sql(
            """
            update area_recheck set completed_at = ?
             where census_id = ? and block_code = ? and completed_at is null
            """)
        .params(Moments.now(clock), censusId, block)
        .update();
    return open(censusId);
  }

  /** Two blocks that complete at once must not each take the other for open. */
  private void lock(String censusId) {
    jdbc.sql("select id from census where id = ? for update")
        .param(censusId)
        .query(String.class)
        .single();
  }

  private int open(String censusId) {
    return jdbc.sql(
            "select count(*) from area_recheck where census_id = ? and completed_at is null")
        .param(censusId)
        .query(Integer.class)
        .single();
  }
}
