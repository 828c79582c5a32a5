package org.censusflow.base.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looked at or changed what, when, from where, for which task and purpose, and what was refused
 * (Personal Information Protection Law art. 51 and 54; Resident Identity Card Law art. 19). Entries
 * hold keys, never a name or an identity number, and are only ever added. They belong to the
 * transaction of what they tell of; where from and what for are the request's ({@link
 * AuditContext}).
 */
@Component
public class AuditTrail {

  /** The district of what concerns none, such as a login of the system's administrator. */
  public static final String NO_DISTRICT = "-";

  /** A registered person; the key is the person's own in the program. */
  public static final String PERSON = "person";

  /** A record of a department: {@code <delivery>/<line>}. */
  public static final String REGISTER_ROW = "register-row";

  private static final String ENTRY =
      "audit_entry (occurred_at, actor, district, action, object_type, object_key, source, task,"
          + " purpose, refused)";

  private final JdbcTemplate jdbc;
  private final Clock clock;

  AuditTrail(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param action what was done, such as {@code recheck.view}
   * @param objectType kind of the object, such as {@code block}
   * @param objectKey key of the object
   */
  @Transactional
  public void record(
      String user, String district, String action, String objectType, String objectKey) {
    add(user, district, action, objectType, List.of(objectKey), false);
  }

  /** One entry for each object, such as for every person on a page that was shown. */
  @Transactional
  public void recordAll(
      String user,
      String district,
      String action,
      String objectType,
      Collection<String> objectKeys) {
    add(user, district, action, objectType, objectKeys, false);
  }

  /** One entry for each registered person. */
  @Transactional
  public void persons(String user, String district, String action, Collection<Long> persons) {
    add(user, district, action, PERSON, persons.stream().map(String::valueOf).toList(), false);
  }

  /** Keeps what somebody tried and was not allowed. */
  @Transactional
  public void refused(
      String user, String district, String action, String objectType, String objectKey) {
    add(user, district, action, objectType, List.of(objectKey), true);
  }

  private void add(
      String user,
      String district,
      String action,
      String objectType,
      Collection<String> objectKeys,
      boolean refused) {
    AuditContext context = AuditContext.current();
    // To the microsecond, as both databases keep it: the chain's hash must not depend on rounding.
    Timestamp now = Moments.at(clock.instant().truncatedTo(ChronoUnit.MICROS));
    BulkInsert.rows(
        jdbc,
        ENTRY,
        objectKeys.stream()
            .distinct()
            .map(
                key ->
                    new Object[] {
                      now,
                      user,
                      district,
                      action,
                      objectType,
                      key,
                      context.source(),
                      context.task(),
                      context.purpose(),
                      refused
                    })
            .toList());
  }
}
