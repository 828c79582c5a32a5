package org.censusflow.crosscheck.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;

/** Writes rows by PostgreSQL's COPY, over the transaction's own connection. */
final class CopySink implements RowSink {

  private static final String COPY =
      """
      copy register_row (delivery_id, line, record_id, name, id_number, sex, birth_date, ethnicity, address,
          event_date, household_no, related_name, related_id, organisation, organisation_address, status, boarding,
          relation) from stdin
      """;

  private static final int BUFFER = 1 << 16;

  private final PGConnection connection;
  private final StringBuilder text = new StringBuilder(BUFFER + 4_096);
  private CopyIn copy;

  private CopySink(PGConnection connection) {
    this.connection = connection;
  }

  /** A sink for a connection to PostgreSQL; null for any other. */
  static CopySink on(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class)
        ? new CopySink(connection.unwrap(PGConnection.class))
        : null;
  }

  @Override
  public void add(RegisterRow row) {
    text.append(row.deliveryId()).append('\t').append(row.line());
    field(row.recordId());
    field(row.name());
    field(row.idNumber());
    field(row.sex());
    field(row.birthDate());
    field(row.ethnicity());
    field(row.address());
    field(row.eventDate());
    field(row.householdNo());
    field(row.relatedName());
    field(row.relatedId());
    field(row.organisation());
    field(row.organisationAddress());
    field(row.status());
    field(row.boarding());
    field(row.relation());
    text.append('\n');
    if (text.length() >= BUFFER) {
      write();
    }
  }

  private void field(Object value) {
    text.append('\t');
    if (value == null) {
      text.append("\\N");
      return;
    }
    String plain = value.toString();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
        text.append('\\');
      }
      text.append(c);
    }
  }

  private void write() {
    try {
      if (copy == null) {
        copy = connection.getCopyAPI().copyIn(COPY);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      copy.writeToCopy(bytes, 0, bytes.length);
      text.setLength(0);
    } catch (SQLException e) {
      throw failed();
    }
  }

  @Override
  public void flush() {
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
      throw failed();
    }
  }

  @Override
  public void cancel() {
    text.setLength(0);
    if (copy != null && copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException e) {
        throw failed();
      }
    }
  }

  /** Without its cause: the server quotes the row that it stumbled over. */
  private static DataAccessResourceFailureException failed() {
    return new DataAccessResourceFailureException("CF-E615 COPY of register rows failed");
  }
}
