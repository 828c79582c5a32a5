package org.censusflow.mapping.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.mapping.area.AreaStore;
import org.censusflow.mapping.area.CensusArea;
import org.censusflow.mapping.area.OutlineStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts what a file says in the place of what its subdistricts delivered before. */
@Component
public class ListingStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final AreaStore areas;

  public ListingStore(JdbcClient jdbc, JdbcTemplate template, AreaStore areas) {
    this.jdbc = jdbc;
    this.template = template;
    this.areas = areas;
  }

  void replaceAreas(String censusId, Collection<String> subdistricts, List<CensusArea> rows) {
    delete("census_area", censusId, subdistricts);
    insertAreas(censusId, rows);
  }

  void insertAreas(String censusId, Collection<CensusArea> rows) {
    BulkInsert.rows(
        template,
        "census_area (census_id, code, subdistrict, name, former_code)",
        rows.stream()
            .map(
                area ->
                    new Object[] {
                      censusId, area.code(), area.subdistrict(), area.name(), area.formerCode()
                    })
            .toList());
  }

  void replaceBlocks(
      String censusId, Collection<String> subdistricts, List<BlockFileReader.Row> blocks) {
    delete("area_block", censusId, subdistricts);
    BulkInsert.rows(
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
    areas.countListed(censusId);
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
    BulkInsert.rows(
        template,
        "building (census_id, code, subdistrict, block_code, name, address)",
        List.copyOf(buildings.values()));
    BulkInsert.rows(
        template,
        "dwelling (census_id, building_code, number, block_code, use_kind, households, persons)",
        dwellings);
    areas.countListed(censusId);
  }

  void replaceOutlines(
      String censusId, Collection<String> subdistricts, List<OutlineFileReader.Row> rows) {
    delete("area_outline", censusId, subdistricts);
    BulkInsert.rows(
        template,
        "area_outline (census_id, code, subdistrict, wkt)",
        rows.stream()
            .map(
                row ->
                    new Object[] {
                      censusId, row.code(), row.subdistrict(), OutlineStore.wkt(row.geometry())
                    })
            .toList());
  }

  private void delete(String table, String censusId, Collection<String> subdistricts) {
    for (String subdistrict : subdistricts) {
      jdbc.sql("delete from " + table + " where census_id = ? and subdistrict = ?")
          .params(censusId, subdistrict)
          .update();
    }
  }
}
