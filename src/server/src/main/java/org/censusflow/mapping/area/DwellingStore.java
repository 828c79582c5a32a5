package org.censusflow.mapping.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the listing, and moves dwellings between blocks. */
@Component
public class DwellingStore {

  private static final int CODES_AT_A_TIME = 500;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  DwellingStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** The dwellings of blocks in the order of the listing, by block. */
  public Map<String, List<Dwelling>> of(String censusId, Collection<String> blocks) {
    Map<String, List<Dwelling>> found = new HashMap<>();
    List<String> codes = List.copyOf(blocks);
    for (int from = 0; from < codes.size(); from += CODES_AT_A_TIME) {
      jdbc.sql(
              """
              select block_code, building_code, number, households, persons from dwelling
               where census_id = :census and block_code in (:codes)
               order by block_code, building_code, number
              """)
          .param("census", censusId)
          .param("codes", codes.subList(from, Math.min(codes.size(), from + CODES_AT_A_TIME)))
          .query(into(found));
    }
    return found;
  }

  /** The dwellings of buildings, by the block that each lies in. */
  public Map<String, List<Dwelling>> ofBuildings(String censusId, Collection<String> buildings) {
    Map<String, List<Dwelling>> found = new HashMap<>();
    jdbc.sql(
            """
            select block_code, building_code, number, households, persons from dwelling
             where census_id = :census and building_code in (:codes)
             order by block_code, building_code, number
            """)
        .param("census", censusId)
        .param("codes", buildings)
        .query(into(found));
    return found;
  }

  private static RowCallbackHandler into(Map<String, List<Dwelling>> found) {
    return row ->
        found
            .computeIfAbsent(row.getString("block_code"), it -> new ArrayList<>())
            .add(
                new Dwelling(
                    row.getString("building_code"),
                    row.getString("number"),
                    row.getInt("households"),
                    row.getInt("persons")));
  }

  /** Moves dwellings; a building follows when none of its dwellings stays behind. */
  public void move(String censusId, Collection<Dwelling> dwellings, String from, AreaBlock to) {
    template.batchUpdate(
        "update dwelling set block_code = ? where census_id = ? and building_code = ? and number = ?",
        dwellings.stream()
            .map(one -> new Object[] {to.code(), censusId, one.building(), one.number()})
            .toList());
    follow(censusId, from, to);
  }

  /** Moves every dwelling and every building of a block. */
  public void moveAll(String censusId, String from, AreaBlock to) {
    jdbc.sql("update dwelling set block_code = ? where census_id = ? and block_code = ?")
        .params(to.code(), censusId, from)
        .update();
    jdbc.sql(
            "update building set block_code = ?, subdistrict = ? where census_id = ? and block_code = ?")
        .params(to.code(), to.subdistrict(), censusId, from)
        .update();
  }

  private void follow(String censusId, String from, AreaBlock to) {
    jdbc.sql(
            """
            update building set block_code = ?, subdistrict = ?
             where census_id = ? and block_code = ?
               and exists (select 1 from dwelling d where d.census_id = building.census_id
                              and d.building_code = building.code and d.block_code = ?)
               and not exists (select 1 from dwelling d where d.census_id = building.census_id
                                  and d.building_code = building.code and d.block_code = ?)
            """)
        .params(to.code(), to.subdistrict(), censusId, from, to.code(), from)
        .update();
  }
}
