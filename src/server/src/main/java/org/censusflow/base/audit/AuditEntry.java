package org.censusflow.base.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * An entry of the audit trail.
 *
 * @param actor account id
 * @param district of the object; {@code -} where it concerns none
 * @param objectType kind of the object, such as {@code person}
 * @param objectKey the program's key of it, never a name or an identity number
 * @param source address that the request came from; null for what the program did by itself
 * @param task id of the engine's task; null outside of tasks
 * @param purpose the operation that was called; null for what the program did by itself
 * @param refused whether it was tried and not allowed
 */
public record AuditEntry(
    long id,
    Instant at,
    String actor,
    String district,
    String action,
    String objectType,
    String objectKey,
    String source,
    String task,
    String purpose,
    boolean refused) {

  /** The columns that {@link #of} reads, of the table under the name {@code e}. */
  static final String COLUMNS =
      """
      e.id, e.occurred_at, e.actor, e.district, e.action, e.object_type, e.object_key, e.source, e.task, e.purpose,
      e.refused
      """;

  static AuditEntry of(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("id"),
        row.getTimestamp("occurred_at").toInstant(),
        row.getString("actor"),
        row.getString("district"),
        row.getString("action"),
        row.getString("object_type"),
        row.getString("object_key"),
        row.getString("source"),
        row.getString("task"),
        row.getString("purpose"),
        row.getBoolean("refused"));
  }
}
