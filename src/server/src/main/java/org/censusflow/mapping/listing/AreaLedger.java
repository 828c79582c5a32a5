package org.censusflow.mapping.listing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Moments;
import org.censusflow.mapping.area.AreaFileKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files came in, and which subdistricts' areas the office has accepted. */
@Component
public class AreaLedger {

  private final JdbcClient jdbc;
  private final Clock clock;

  public AreaLedger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Takes the census's row, so that two who change areas at once do it one after the other. */
  public void lock(String censusId) {
    jdbc.sql("select id from census where id = ? for update")
        .param(censusId)
        .query(String.class)
        .optional();
  }

  /** Whether the answers are frozen for comparison, after which nothing moves between blocks. */
  public boolean frozen(String censusId) {
    return jdbc.sql("select count(*) from census where id = ? and frozen_version is not null")
            .param(censusId)
            .query(Integer.class)
            .single()
        > 0;
  }

  void taken(
      String censusId,
      Collection<String> subdistricts,
      AreaFileKind kind,
      String hash,
      int rows,
      String by) {
    for (String subdistrict : subdistricts) {
      jdbc.sql(
              """
              insert into area_file (census_id, subdistrict, kind, sha256, rows_taken, taken_by, taken_at)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(censusId, subdistrict, kind.key(), hash, rows, by, Moments.now(clock))
          .update();
    }
  }

  /** When a file of the kind last came in for the subdistrict. */
  Optional<Instant> lastTaken(String censusId, String subdistrict, AreaFileKind kind) {
    return jdbc.sql(
            "select max(taken_at) from area_file where census_id = ? and subdistrict = ? and kind = ?")
        .params(censusId, subdistrict, kind.key())
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  public List<String> accepted(String censusId) {
    return jdbc.sql("select subdistrict from area_acceptance where census_id = ?")
        .param(censusId)
        .query(String.class)
        .list();
  }

  /** Marks the subdistrict's areas as accepted, and makes its blocks known to everyone. */
  void accept(String censusId, String subdistrict, String by) {
    if (accepted(censusId).contains(subdistrict)) {
      return;
    }
    jdbc.sql(
            """
            insert into area_acceptance (census_id, subdistrict, accepted_by, accepted_at)
            values (?, ?, ?, ?)
            """)
        .params(censusId, subdistrict, by, Moments.now(clock))
        .update();
    publish(censusId, subdistrict);
  }

  /** Brings the key table of blocks in line with what is accepted. */
  public void publish(String censusId, String subdistrict) {
    jdbc.sql(
            """
            insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
            select b.census_id, b.code, b.subdistrict, b.area_code, a.name, b.address
              from area_block b
              join census_area a on a.census_id = b.census_id and a.code = b.area_code
             where b.census_id = ? and b.subdistrict = ? and b.status = 'ACTIVE'
               and not exists (select 1 from block k where k.census_id = b.census_id and k.code = b.code)
            """)
        .params(censusId, subdistrict)
        .update();
    jdbc.sql(
            """
            update block set
                   community_name = (select a.name from census_area a
                                      where a.census_id = block.census_id and a.code = block.community_code),
                   address_prefix = (select b.address from area_block b
                                      where b.census_id = block.census_id and b.code = block.code)
             where census_id = ? and subdistrict = ?
               and exists (select 1 from area_block b join census_area a
                                      on a.census_id = b.census_id and a.code = b.area_code
                            where b.census_id = block.census_id and b.code = block.code)
            """)
        .params(censusId, subdistrict)
        .update();
  }
}
