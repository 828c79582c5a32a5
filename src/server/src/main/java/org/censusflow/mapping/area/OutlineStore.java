package org.censusflow.mapping.area;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and rewrites outlines. */
@Component
public class OutlineStore {

  private final JdbcClient jdbc;

  OutlineStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<Outline> all(String censusId, String subdistrict) {
    return jdbc.sql(
            """
            select code, wkt, provisional from area_outline
             where census_id = ? and (cast(? as varchar) is null or subdistrict = ?) order by code
            """)
        .params(censusId, subdistrict, subdistrict)
        .query(outlines())
        .list();
  }

  public List<Outline> of(String censusId, Collection<String> codes) {
    return jdbc.sql(
            "select code, wkt, provisional from area_outline where census_id = :census and code in (:codes)")
        .param("census", censusId)
        .param("codes", codes)
        .query(outlines())
        .list();
  }

  private static RowMapper<Outline> outlines() {
    WKTReader reader = new WKTReader();
    return (row, n) ->
        new Outline(
            row.getString("code"),
            parse(reader, row.getString("wkt")),
            row.getBoolean("provisional"));
  }

  public void put(String censusId, String subdistrict, Outline outline) {
    remove(censusId, outline.code());
    jdbc.sql(
            "insert into area_outline (census_id, code, subdistrict, wkt, provisional) values (?, ?, ?, ?, ?)")
        .params(
            censusId, outline.code(), subdistrict, wkt(outline.geometry()), outline.provisional())
        .update();
  }

  public void markProvisional(String censusId, Collection<String> codes) {
    jdbc.sql(
            "update area_outline set provisional = true where census_id = :census and code in (:codes)")
        .param("census", censusId)
        .param("codes", codes)
        .update();
  }

  public void remove(String censusId, String code) {
    jdbc.sql("delete from area_outline where census_id = ? and code = ?")
        .params(censusId, code)
        .update();
  }

  private static Geometry parse(WKTReader reader, String wkt) {
    try {
      return reader.read(wkt);
    } catch (ParseException e) {
      throw new IllegalStateException("An outline in the tables cannot be read", e);
    }
  }

  /** To eleven digits of a degree, less than a hair. */
  public static String wkt(Geometry geometry) {
    return new org.locationtech.jts.io.WKTWriter().write(geometry);
  }
}
