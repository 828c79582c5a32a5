package org.censusflow.mapping.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.censusflow.files.BulkRows;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what mapping has delivered, whether the office has accepted it or not. */
@Component
class AreaStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  AreaStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  List<CensusArea> areas(String censusId, String subdistrict) {
    return jdbc.sql(
            """
            select code, subdistrict, name, former_code from census_area
             where census_id = ? and (cast(? as varchar) is null or subdistrict = ?) order by code
            """)
        .params(censusId, subdistrict, subdistrict)
        .query(CensusArea.class)
        .list();
  }

  /** The blocks that are worked in, in the order of their codes. */
  List<AreaBlock> blocks(String censusId, String subdistrict) {
    return jdbc.sql(
            """
            select b.code, b.area_code, coalesce(a.name, '') as area_name, b.subdistrict, b.address,
                   b.households, b.persons, b.listed, b.version
              from area_block b
              left join census_area a on a.census_id = b.census_id and a.code = b.area_code
             where b.census_id = ? and b.status = 'ACTIVE'
               and (cast(? as varchar) is null or b.subdistrict = ?)
             order by b.code
            """)
        .params(censusId, subdistrict, subdistrict)
        .query(AreaBlock.class)
        .list();
  }

  /** Those of the named blocks that are worked in, by code. */
  Map<String, AreaBlock> named(String censusId, Collection<String> codes) {
    return jdbc
        .sql(
            """
            select b.code, b.area_code, coalesce(a.name, '') as area_name, b.subdistrict, b.address,
                   b.households, b.persons, b.listed, b.version
              from area_block b
              left join census_area a on a.census_id = b.census_id and a.code = b.area_code
             where b.census_id = :census and b.status = 'ACTIVE' and b.code in (:codes)
            """)
        .param("census", censusId)
        .param("codes", codes)
        .query(AreaBlock.class)
        .list()
        .stream()
        .collect(Collectors.toMap(AreaBlock::code, Function.identity()));
  }

  /** Every block code that was ever given out in an area, so that none is given twice. */
  Set<String> codesEver(String censusId, String areaCode) {
    return new HashSet<>(
        jdbc.sql("select code from area_block where census_id = ? and area_code = ?")
            .params(censusId, areaCode)
            .query(String.class)
            .list());
  }

  void replaceAreas(String censusId, Collection<String> subdistricts, List<CensusArea> areas) {
    delete("census_area", censusId, subdistricts);
    insertAreas(censusId, areas);
  }

  void insertAreas(String censusId, Collection<CensusArea> areas) {
    insert(
        template,
        "census_area (census_id, code, subdistrict, name, former_code)",
        areas.stream()
            .map(
                area ->
                    new Object[] {
                      censusId, area.code(), area.subdistrict(), area.name(), area.formerCode()
                    })
            .toList());
  }

  /**
   * Many rows within the transaction at hand.
   *
   * @param into table and columns
   */
  static void insert(JdbcTemplate template, String into, List<Object[]> rows) {
    template.execute(
        (ConnectionCallback<Void>)
            connection -> {
              BulkRows.write(connection, into, rows);
              return null;
            });
  }

  void replaceBlocks(
      String censusId, Collection<String> subdistricts, List<BlockFileReader.Row> blocks) {
    delete("area_block", censusId, subdistricts);
    insert(
        template,
        "area_block (census_id, code, area_code, subdistrict, address, households, persons, status)",
        blocks.stream()
            .map(
                row ->
                    new Object[] {
                      censusId,
                      row.code(),
                      row.areaCode(),
                      row.subdistrict(),
                      row.address(),
                      row.households(),
                      row.persons(),
                      "ACTIVE"
                    })
            .toList());
    countListed(censusId);
  }

  void replaceDwellings(
      String censusId, Collection<String> subdistricts, List<DwellingFileReader.Row> rows) {
    for (String subdistrict : subdistricts) {
      jdbc.sql(
              """
              delete from dwelling where census_id = ? and building_code in
                (select code from building where census_id = ? and subdistrict = ?)
              """)
          .params(censusId, censusId, subdistrict)
          .update();
    }
    delete("building", censusId, subdistricts);
    Map<String, Object[]> buildings = new TreeMap<>();
    List<Object[]> dwellings = new ArrayList<>(rows.size());
    for (DwellingFileReader.Row row : rows) {
      buildings.putIfAbsent(
          row.building(),
          new Object[] {
            censusId,
            row.building(),
            row.subdistrict(),
            row.block(),
            row.buildingName(),
            row.address()
          });
      dwellings.add(
          new Object[] {
            censusId,
            row.building(),
            row.number(),
            row.block(),
            row.use(),
            row.households(),
            row.persons()
          });
    }
    insert(
        template,
        "building (census_id, code, subdistrict, block_code, name, address)",
        List.copyOf(buildings.values()));
    insert(
        template,
        "dwelling (census_id, building_code, number, block_code, use_kind, households, persons)",
        dwellings);
    countListed(censusId);
  }

  void replaceOutlines(
      String censusId, Collection<String> subdistricts, List<OutlineFileReader.Row> rows) {
    delete("area_outline", censusId, subdistricts);
    insert(
        template,
        "area_outline (census_id, code, subdistrict, wkt)",
        rows.stream()
            .map(row -> new Object[] {censusId, row.code(), row.subdistrict(), wkt(row.geometry())})
            .toList());
  }

  /** To eleven digits of a degree, less than a hair. */
  static String wkt(Geometry geometry) {
    return new org.locationtech.jts.io.WKTWriter().write(geometry);
  }

  /** What is listed counts more than what a file expected. */
  void countListed(String censusId) {
    jdbc.sql(
            """
            update area_block set
                   listed = true,
                   households = (select sum(d.households) from dwelling d
                                  where d.census_id = area_block.census_id and d.block_code = area_block.code),
                   persons = (select sum(d.persons) from dwelling d
                               where d.census_id = area_block.census_id and d.block_code = area_block.code)
             where census_id = ? and status = 'ACTIVE'
               and exists (select 1 from dwelling d
                            where d.census_id = area_block.census_id and d.block_code = area_block.code)
            """)
        .param(censusId)
        .update();
  }

  private void delete(String table, String censusId, Collection<String> subdistricts) {
    for (String subdistrict : subdistricts) {
      jdbc.sql("delete from " + table + " where census_id = ? and subdistrict = ?")
          .params(censusId, subdistrict)
          .update();
    }
  }
}
