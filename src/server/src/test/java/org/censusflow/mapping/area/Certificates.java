package org.censusflow.mapping.area;

import java.lang.reflect.Constructor;
import java.time.Clock;
import java.util.List;
import org.censusflow.preparation.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Certificates as the preparation keeps them. */
public final class Certificates {

  private Certificates() {}

  /** The facade has no public constructor: only Spring makes it, and this. */
  static Staff on(JdbcClient jdbc, Clock clock) {
    try {
      Constructor<Staff> made = Staff.class.getDeclaredConstructor(JdbcClient.class, Clock.class);
      made.setAccessible(true);
      return made.newInstance(jdbc, clock);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static void give(JdbcClient jdbc, List<String> accounts) {
    jdbc.sql(
            """
            insert into staffing (process_key, census_id, district, subdistrict, kind, started_at)
            select 'S1', 'haicang-2020', 'haicang', 'songyu', 'initial', current_timestamp
             where not exists (select 1 from staffing)
            """)
        .update();
    for (String account : accounts) {
      jdbc.sql(
              """
              insert into staff_certificate (process_key, census_id, subdistrict, account, issued_at)
              values ('S1', 'haicang-2020', 'songyu', ?, current_timestamp)
              """)
          .param(account)
          .update();
    }
  }

  public static void withdraw(JdbcClient jdbc, String account) {
    jdbc.sql("update staff_certificate set withdrawn_at = current_timestamp where account = ?")
        .param(account)
        .update();
  }
}
