package org.censusflow.postenumeration.publication;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plain counts of the registrations in force. They estimate nothing: what is not registered is not
 * in them.
 */
@Component
public class CensusCounts {

  private static final String IN_FORCE =
      """
      select count(*) as registered,
             coalesce(sum(case when v.status = 'REGISTERED' and v.residence = 'here' then 1 else 0 end), 0) as here,
             coalesce(sum(case when v.status = 'REGISTERED' and v.residence = 'absent' then 1 else 0 end), 0) as absent,
             coalesce(sum(case when v.status = 'REMOVED' then 1 else 0 end), 0) as removed,
             coalesce(sum(case when v.status = 'REGISTERED' and v.version > 1 then 1 else 0 end), 0) as corrected,
             coalesce(sum(case when v.status = 'REGISTERED' and p.source_key like 'recheck-%' then 1 else 0 end), 0)
               as added,
             count(distinct case when v.status = 'REGISTERED' and v.residence = 'here' then p.household_id end)
               as households
        from person p
        join person_version v on v.person_id = p.id and v.version = p.current_version
      """;

  private final JdbcClient jdbc;

  CensusCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Registrations in force at the moment of the count.
   *
   * @param households households in which somebody lives
   * @param here persons who live here
   * @param absent persons whose household registration is here and who live elsewhere
   * @param added of both, persons whom a recheck had added
   * @param corrected of both, persons whose answers a recheck had corrected
   * @param removed persons whom a recheck had taken out of the count
   */
  public record Counts(
      int households, int here, int absent, int added, int corrected, int removed) {}

  public Counts of(String censusId) {
    return jdbc.sql(IN_FORCE + " where p.census_id = ?")
        .param(censusId)
        .query(Counts.class)
        .single();
  }

  public Counts ofSubdistrict(String censusId, String subdistrict) {
    return jdbc.sql(
            IN_FORCE
                + """
                  where p.census_id = ? and v.block_code in
                        (select code from block where census_id = ? and subdistrict = ?)
                  """)
        .params(censusId, censusId, subdistrict)
        .query(Counts.class)
        .single();
  }
}
