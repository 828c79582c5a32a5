package org.censusflow.mapping.area;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of what mapping has delivered, whether the office has accepted it or not. */
@Component
public class AreaStore {

  private final JdbcClient jdbc;

  public AreaStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public List<CensusArea> areas(String censusId, String subdistrict) {
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
  public List<AreaBlock> blocks(String censusId, String subdistrict) {
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
  public Map<String, AreaBlock> named(String censusId, Collection<String> codes) {
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
  public Set<String> codesEver(String censusId, String areaCode) {
    return new HashSet<>(
        jdbc.sql("select code from area_block where census_id = ? and area_code = ?")
            .params(censusId, areaCode)
            .query(String.class)
            .list());
  }

  /** What is listed counts more than what a file expected. */
  public void countListed(String censusId) {
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
}
