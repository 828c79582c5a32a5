package org.censusflow.mapping.area;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The blocks that the census is taken in: those that the office has accepted, or that came in with
 * registrations. Retired blocks are left out.
 */
@Component
public class Areas {

  private static final String SELECT =
      """
      select k.code, k.community_code as area_code, k.community_name as area_name, k.subdistrict,
             k.address_prefix as address, coalesce(b.households, 0) as households,
             coalesce(b.persons, 0) as persons, coalesce(b.listed, false) as listed,
             coalesce(b.version, 1) as version
        from block k left join area_block b on b.census_id = k.census_id and b.code = k.code
       where k.census_id = ? and k.retired_at is null
      """;

  private final JdbcClient jdbc;

  Areas(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All blocks of a census, in the order of their codes. */
  public List<AreaBlock> blocks(String censusId) {
    return jdbc.sql(SELECT + " order by k.code").param(censusId).query(AreaBlock.class).list();
  }

  /** The blocks of one subdistrict, in the order of their codes. */
  public List<AreaBlock> blocks(String censusId, String subdistrict) {
    return jdbc.sql(SELECT + " and k.subdistrict = ? order by k.code")
        .params(censusId, subdistrict)
        .query(AreaBlock.class)
        .list();
  }

  public Optional<AreaBlock> find(String censusId, String code) {
    return jdbc.sql(SELECT + " and k.code = ?")
        .params(censusId, code)
        .query(AreaBlock.class)
        .optional();
  }

  /** Where the dwellings of blocks stand today; none where no listing was delivered. */
  public List<DwellingPlace> dwellings(String censusId, Collection<String> blocks) {
    return jdbc.sql(
            """
            select b.address, d.number, d.block_code as block from dwelling d
              join building b on b.census_id = d.census_id and b.code = d.building_code
             where d.census_id = :census and d.block_code in (:blocks)
            """)
        .param("census", censusId)
        .param("blocks", blocks)
        .query(DwellingPlace.class)
        .list();
  }

  /** Households that are expected in a block; 0 when nobody has said. */
  public int householdsExpected(String censusId, String code) {
    return find(censusId, code).map(AreaBlock::households).orElse(0);
  }

  /**
   * Where the work of a block is done today: the block itself, or the one that it was merged into,
   * however often.
   *
   * @return empty when there never was such a block
   */
  public Optional<String> worksIn(String censusId, String code) {
    String at = code;
    for (int steps = 0; steps < 100; steps++) {
      Optional<String> next =
          jdbc.sql("select coalesce(successor, code) from block where census_id = ? and code = ?")
              .params(censusId, at)
              .query(String.class)
              .optional();
      if (next.isEmpty() || next.get().equals(at)) {
        return next;
      }
      at = next.get();
    }
    throw new IllegalStateException("Successors of block " + code + " go round in a circle");
  }
}
