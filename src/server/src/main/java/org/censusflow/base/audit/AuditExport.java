package org.censusflow.base.audit;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Takes the chain out of a database, as it stands there, right or wrong: telling is the business of
 * {@link AuditVerification}.
 */
public final class AuditExport {

  private static final int ROWS_AT_A_TIME = 5_000;

  private AuditExport() {}

  /**
   * @param entries how many were written
   * @param unlinked entries that are not in the chain; more than a few mean that no program runs
   */
  public record Result(long entries, long unlinked) {}

  public static Result write(Connection connection, Writer to) throws SQLException, IOException {
    // One moment for both questions, and rows that stream instead of filling the memory.
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    long entries = 0;
    try (PreparedStatement chain =
        connection.prepareStatement(
            "select l.number, l.entry_id, l.hash, "
                + AuditEntry.COLUMNS
                + " from audit_link l left join audit_entry e on e.id = l.entry_id order by l.number")) {
      chain.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet row = chain.executeQuery()) {
        while (row.next()) {
          to.write(AuditLine.line(content(row), row.getString("hash")));
          to.write('\n');
          entries++;
        }
      }
    }
    Result result = new Result(entries, unlinked(connection));
    connection.rollback();
    return result;
  }

  private static String content(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    return row.getString("actor") == null
        ? AuditLine.missing(number, row.getLong("entry_id"))
        : AuditLine.content(number, AuditEntry.of(row));
  }

  private static long unlinked(Connection connection) throws SQLException {
    try (PreparedStatement unlinked =
            connection.prepareStatement(
                "select count(*) from audit_entry e"
                    + " where not exists (select 1 from audit_link l where l.entry_id = e.id)");
        ResultSet row = unlinked.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
