package org.censusflow.base.district;

import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The censuses of the data plane. Whatever belongs to one can be kept once it is open. */
@Component
public class CensusRegister {

  private final JdbcClient jdbc;

  public CensusRegister(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Opens a district's census under the id and the reference time of its file; again changes
   * nothing.
   */
  @Transactional
  public void open(District district) {
    jdbc.sql(
            """
            insert into census (id, district, reference_time)
            select cast(:id as varchar), cast(:district as varchar), cast(:time as timestamp with time zone)
             where not exists (select 1 from census where id = :id)
            """)
        .param("id", district.census().id())
        .param("district", district.id())
        .param("time", Moments.at(district.referenceTime().toInstant()))
        .update();
  }
}
