package org.censusflow.access;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who looked at or changed what, when and for which purpose (Personal Information Protection Law
 * art. 51 and 54; Resident Identity Card Law art. 19). Entries hold keys, never a name or an
 * identity number, and are only ever added.
 */
@Component
public class AuditTrail {

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditTrail(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param action what was done, such as {@code recheck.view}
   * @param objectType kind of the object, such as {@code block}
   * @param objectKey key of the object
   */
  public void record(
      String user, String district, String action, String objectType, String objectKey) {
    jdbc.sql(
            """
            insert into audit_entry (occurred_at, actor, district, action, object_type, object_key)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            java.sql.Timestamp.from(clock.instant()), user, district, action, objectType, objectKey)
        .update();
  }
}
