package org.censusflow.registration.field;

import java.security.SecureRandom;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import org.censusflow.base.data.Moments;
import org.censusflow.base.district.District;
import org.censusflow.registration.submission.RegistrationTime;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the registration of a census: a row for every block and for everything to be accepted. */
@Component
public class FieldPhase implements RegistrationTime {

  private static final int SEED_BYTES = 16;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final FieldCounts counts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  FieldPhase(JdbcClient jdbc, JdbcTemplate template, FieldCounts counts, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.counts = counts;
    this.clock = clock;
  }

  /**
   * Opens the registration. Opening again adds the blocks that have come since and changes nothing
   * else.
   *
   * @return how many blocks the census has
   */
  @Transactional
  public int open(String censusId, District district) {
    keepSeed(censusId);
    addBlocks(censusId);
    addAreas(censusId);
    district
        .subdistricts()
        .forEach(
            part -> {
              if (hasBlocks(censusId, part.key())) {
                add(
                    censusId,
                    Level.SUBDISTRICT,
                    part.key(),
                    district.id(),
                    part.key(),
                    part.name());
              }
            });
    add(censusId, Level.DISTRICT, district.id(), null, null, district.name());
    counts.recountAll(censusId);
    settle();
    return jdbc.sql("select count(*) from block_work where census_id = ?")
        .param(censusId)
        .query(Integer.class)
        .single();
  }

  /**
   * Lets PostgreSQL look at what was filled. Until it does so by itself, a minute later, it plans
   * for empty tables, and the district's progress takes a second.
   */
  private void settle() {
    template.execute(
        (ConnectionCallback<Void>)
            connection -> {
              if (connection.isWrapperFor(PGConnection.class)) {
                try (Statement analyze = connection.createStatement()) {
                  analyze.execute("analyze block_work, block_count, acceptance");
                }
              }
              return null;
            });
  }

  /**
   * Nobody in the field knows the seed before the draws; whoever audits one afterwards repeats it.
   */
  private void keepSeed(String censusId) {
    byte[] seed = new byte[SEED_BYTES];
    random.nextBytes(seed);
    jdbc.sql(
            """
            insert into field_phase (census_id, draw_seed, opened_at)
            select id, cast(? as varchar(64)), cast(? as timestamp with time zone) from census c
             where id = ? and not exists (select 1 from field_phase p where p.census_id = c.id)
            """)
        .params(HexFormat.of().formatHex(seed), Moments.now(clock), censusId)
        .update();
  }

  /** The seed of all draws of the census. */
  public String seed(String censusId) {
    return jdbc.sql("select draw_seed from field_phase where census_id = ?")
        .param(censusId)
        .query(String.class)
        .single();
  }

  @Override
  public boolean opened(String censusId) {
    return is(censusId, "opened_at is not null");
  }

  @Override
  public boolean ended(String censusId) {
    return is(censusId, "registered_at is not null");
  }

  /** Whether the short forms of the whole district are accepted. */
  boolean shortFormsClosed(String censusId) {
    return is(censusId, "short_closed_at is not null");
  }

  private boolean is(String censusId, String state) {
    return jdbc.sql("select count(*) from field_phase where census_id = ? and " + state)
            .param(censusId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Adds the blocks that have come since. */
  void addBlocks(String censusId) {
    jdbc.sql(
            """
            insert into block_work (census_id, block_code, subdistrict, area_code, state)
            select b.census_id, b.code, b.subdistrict, b.community_code, 'PLANNED' from block b
             where b.census_id = ? and b.retired_at is null and not exists (select 1 from block_work w
                                where w.census_id = b.census_id and w.block_code = b.code)
            """)
        .param(censusId)
        .update();
    jdbc.sql(
            """
            insert into acceptance (census_id, level, code, parent_code, subdistrict, name, status)
            select b.census_id, 'BLOCK', b.code, b.community_code, b.subdistrict,
                   b.community_name || ' ' || substring(b.code, 13) || ' 小区', 'OPEN' from block b
             where b.census_id = ? and b.retired_at is null and not exists (select 1 from acceptance a
                     where a.census_id = b.census_id and a.level = 'BLOCK' and a.code = b.code)
            """)
        .param(censusId)
        .update();
  }

  private void addAreas(String censusId) {
    jdbc.sql(
            """
            insert into acceptance (census_id, level, code, parent_code, subdistrict, name, status)
            select b.census_id, 'AREA', b.community_code, min(b.subdistrict), min(b.subdistrict),
                   min(b.community_name), 'OPEN' from block b
             where b.census_id = ? and not exists (select 1 from acceptance a
                     where a.census_id = b.census_id and a.level = 'AREA' and a.code = b.community_code)
             group by b.census_id, b.community_code
            """)
        .param(censusId)
        .update();
  }

  private boolean hasBlocks(String censusId, String subdistrict) {
    return !jdbc.sql(
            "select 1 from block_work where census_id = ? and subdistrict = ? fetch first 1 rows only")
        .params(censusId, subdistrict)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  private void add(
      String censusId, Level level, String code, String parent, String subdistrict, String name) {
    Integer there =
        jdbc.sql("select count(*) from acceptance where census_id = ? and level = ? and code = ?")
            .params(censusId, level.name(), code)
            .query(Integer.class)
            .single();
    if (there == 0) {
      jdbc.sql(
              """
              insert into acceptance (census_id, level, code, parent_code, subdistrict, name, status)
              values (?, ?, ?, ?, ?, ?, 'OPEN')
              """)
          .param(censusId)
          .param(level.name())
          .param(code)
          .param(parent)
          .param(subdistrict)
          .param(name)
          .update();
    }
  }
}
