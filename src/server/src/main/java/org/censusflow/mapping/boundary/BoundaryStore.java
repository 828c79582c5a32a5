package org.censusflow.mapping.boundary;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.data.Moments;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.area.ChangeKind;
import org.censusflow.mapping.area.OutlineStore;
import org.censusflow.mapping.boundary.ChangeRecord.Effect;
import org.censusflow.mapping.boundary.ChangeRecord.State;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Writes blocks as a boundary change leaves them, and keeps every change. */
@Component
public class BoundaryStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;

  public BoundaryStore(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  /**
   * A change as it is kept.
   *
   * @param unplaced registered households that stayed because the listing does not know their
   *     address
   */
  record Kept(
      int version,
      String kind,
      String reason,
      String madeBy,
      Instant madeAt,
      String blocks,
      int unplaced) {}

  void create(String censusId, String code, AreaBlock like) {
    jdbc.sql(
            """
            insert into area_block (census_id, code, area_code, subdistrict, address, listed, status)
            values (?, ?, ?, ?, ?, ?, 'ACTIVE')
            """)
        .params(censusId, code, like.areaCode(), like.subdistrict(), like.address(), like.listed())
        .update();
  }

  void retire(String censusId, String code, String successor) {
    jdbc.sql("update area_block set status = 'RETIRED' where census_id = ? and code = ?")
        .params(censusId, code)
        .update();
    jdbc.sql("update block set successor = ?, retired_at = ? where census_id = ? and code = ?")
        .params(successor, Moments.now(clock), censusId, code)
        .update();
  }

  /** The counts of the listing as they now are; the version rises. */
  void recount(String censusId, Iterable<String> codes) {
    for (String code : codes) {
      jdbc.sql(
              """
              update area_block set version = version + 1,
                     households = (select coalesce(sum(d.households), 0) from dwelling d
                                    where d.census_id = area_block.census_id and d.block_code = area_block.code),
                     persons = (select coalesce(sum(d.persons), 0) from dwelling d
                                 where d.census_id = area_block.census_id and d.block_code = area_block.code)
               where census_id = ? and code = ? and listed = true
              """)
          .params(censusId, code)
          .update();
    }
  }

  /** What a block without a whole listing is expected to hold; the version rises. */
  void expect(String censusId, String code, int households, int persons) {
    jdbc.sql(
            """
            update area_block set version = version + 1, households = ?, persons = ?, listed = false
             where census_id = ? and code = ?
            """)
        .params(households, persons, censusId, code)
        .update();
  }

  int nextVersion(String censusId) {
    return jdbc.sql("select coalesce(max(version), 0) + 1 from boundary_change where census_id = ?")
        .param(censusId)
        .query(Integer.class)
        .single();
  }

  long keep(String censusId, int version, ChangeKind kind, String reason, String by) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into boundary_change (census_id, version, kind, reason, made_by, made_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(censusId, version, kind.key(), reason, by, Moments.now(clock))
        .update(key, "id");
    return key.getKey().longValue();
  }

  void keepBlock(
      long change, String code, Effect effect, String successor, State before, State after) {
    jdbc.sql(
            """
            insert into boundary_change_block (change_id, block_code, effect, successor, households_before,
                   households_after, persons_before, persons_after, outline_before, outline_after)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            change,
            code,
            effect.name().toLowerCase(Locale.ROOT),
            successor,
            before.households(),
            after.households(),
            before.persons(),
            after.persons(),
            wkt(before.outline()),
            wkt(after.outline()))
        .update();
  }

  void keepMoves(long change, List<BlocksChanged.Moved> moved) {
    BulkInsert.rows(
        template,
        "boundary_change_dwelling (change_id, building_code, number, from_block, to_block)",
        moved.stream()
            .map(one -> new Object[] {change, one.building(), one.dwelling(), one.from(), one.to()})
            .toList());
  }

  void unplaced(long change, int households) {
    jdbc.sql("update boundary_change set unplaced = ? where id = ?")
        .params(households, change)
        .update();
  }

  int unplaced(long change) {
    return jdbc.sql("select unplaced from boundary_change where id = ?")
        .param(change)
        .query(Integer.class)
        .single();
  }

  /** The changes of a census, the last first. */
  List<Kept> kept(String censusId) {
    Map<Long, String> blocks = new java.util.HashMap<>();
    jdbc.sql(
            """
            select b.change_id, b.block_code, b.effect from boundary_change_block b
              join boundary_change c on c.id = b.change_id
             where c.census_id = ? order by b.change_id, b.block_code
            """)
        .param(censusId)
        .query(
            (org.springframework.jdbc.core.RowCallbackHandler)
                row ->
                    blocks.merge(
                        row.getLong("change_id"),
                        row.getString("block_code") + ":" + row.getString("effect"),
                        (one, other) -> one + " " + other));
    return jdbc.sql(
            """
            select id, version, kind, reason, made_by, made_at, unplaced from boundary_change
             where census_id = ? order by version desc
            """)
        .param(censusId)
        .query(
            (row, n) ->
                new Kept(
                    row.getInt("version"),
                    row.getString("kind"),
                    row.getString("reason"),
                    row.getString("made_by"),
                    row.getTimestamp("made_at").toInstant(),
                    blocks.getOrDefault(row.getLong("id"), ""),
                    row.getInt("unplaced")))
        .list();
  }

  private static String wkt(Geometry geometry) {
    return geometry == null ? null : OutlineStore.wkt(geometry);
  }
}
