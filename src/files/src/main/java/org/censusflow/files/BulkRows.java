package org.censusflow.files;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes many rows into one table within the transaction at hand: by COPY into PostgreSQL, by
 * statements of many rows elsewhere. What it throws has the database's SQLSTATE and never its
 * message, which quotes rows. For one thread at a time.
 */
public interface BulkRows extends AutoCloseable {

  /**
   * Adds a row; a piece of the rows may be written at once.
   *
   * @param row a value a column: strings, numbers, booleans, {@code LocalDate}, {@code Instant}
   */
  void add(Object... row) throws SQLException;

  /** Writes what is still held: what was added is in the table then. More may be added. */
  void flush() throws SQLException;

  /** Lets go of what was not flushed; the transaction has to be rolled back then. */
  @Override
  void close() throws SQLException;

  /**
   * For a connection without autocommit.
   *
   * @param into table and columns, such as {@code building (census_id, code)}
   */
  static BulkRows into(Connection connection, String into) throws SQLException {
    return PostgresRows.isOn(connection)
        ? new PostgresRows(connection, into)
        : new StatementRows(connection, into);
  }

  /** All rows at once. */
  static void write(Connection connection, String into, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (BulkRows bulk = into(connection, into)) {
      for (Object[] row : rows) {
        bulk.add(row);
      }
      bulk.flush();
    }
  }
}
