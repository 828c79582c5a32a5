package org.censusflow.sample;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas that the sample's staff deliver: the blocks of the sample population on a grid. */
@Component
public class SampleMap {

  private final JdbcClient jdbc;

  SampleMap(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param subdistrict key
   * @param code nine-digit code of the subdistrict
   */
  public SampleAreas of(String censusId, String subdistrict, String code) {
    return new SampleAreas(
        jdbc.sql(
                """
                select k.code, k.community_name, k.address_prefix,
                       (select count(*) from household h
                         where h.census_id = k.census_id and h.block_code = k.code) as households,
                       (select count(*) from household h
                          join person p on p.household_id = h.id
                          join person_version v on v.person_id = p.id and v.version = p.current_version
                         where h.census_id = k.census_id and h.block_code = k.code
                           and v.residence = 'here') as persons
                  from block k
                 where k.census_id = ? and k.subdistrict = ? and k.retired_at is null order by k.code
                """)
            .params(censusId, subdistrict)
            .query(
                (row, n) ->
                    new SampleAreas.Block(
                        row.getString("code"),
                        code,
                        row.getString("community_name"),
                        row.getString("address_prefix"),
                        row.getInt("households"),
                        row.getInt("persons")))
            .list());
  }

  /** Communities of the whole sample district. */
  public int communities(String censusId) {
    return jdbc.sql("select count(distinct community_code) from block where census_id = ?")
        .param(censusId)
        .query(Integer.class)
        .single();
  }
}
