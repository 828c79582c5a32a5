package org.censusflow.files;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows by PostgreSQL's COPY, over the transaction's own connection. */
final class PostgresRows implements BulkRows {

  /** Sent in pieces, so that the database stores the first rows while the next are written down. */
  private static final int PIECE = 1 << 16;

  private final PGConnection connection;
  private final String copyFrom;
  private final CopyText text = new CopyText(2 * PIECE);
  private CopyIn copy;

  PostgresRows(Connection connection, String into) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    copyFrom = "copy " + into + " from stdin";
  }

  /** Whether the driver is there and the connection is its own. */
  static boolean isOn(Connection connection) throws SQLException {
    try {
      return connection.isWrapperFor(PGConnection.class);
    } catch (NoClassDefFoundError e) {
      return false;
    }
  }

  @Override
  public void add(Object... row) throws SQLException {
    text.row(row);
    if (text.length() >= PIECE) {
      write();
    }
  }

  private void write() throws SQLException {
    try {
      if (copy == null) {
        copy = connection.getCopyAPI().copyIn(copyFrom);
      }
      copy.writeToCopy(text.bytes(), 0, text.length());
      text.clear();
    } catch (SQLException e) {
      throw StatementRows.withoutContent(e);
    }
  }

  @Override
  public void flush() throws SQLException {
    if (text.length() > 0) {
      write();
    }
    if (copy == null) {
      return;
    }
    try {
      copy.endCopy();
      copy = null;
    } catch (SQLException e) {
      throw StatementRows.withoutContent(e);
    }
  }

  @Override
  public void close() throws SQLException {
    text.clear();
    if (copy != null && copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
