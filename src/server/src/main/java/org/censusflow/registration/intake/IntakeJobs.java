package org.censusflow.registration.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;

/** Reads jobs for those who watch them. */
public final class IntakeJobs {

  public static final String SELECT = "select * from intake_job";

  private IntakeJobs() {}

  /** One row of {@code intake_job}; {@code number} is not looked at. */
  public static IntakeJob map(ResultSet row, int number) throws SQLException {
    return read(row);
  }

  /** One row of {@code intake_job}. */
  public static IntakeJob read(ResultSet row) throws SQLException {
    String notes = row.getString("notes");
    Timestamp finished = row.getTimestamp("finished_at");
    return new IntakeJob(
        row.getLong("id"),
        row.getString("census_id"),
        row.getString("file_name"),
        row.getString("sha256"),
        row.getString("format"),
        row.getString("encoding"),
        row.getDate("filled_in").toLocalDate(),
        row.getString("state"),
        row.getLong("total_rows"),
        row.getLong("next_row"),
        row.getLong("accepted"),
        row.getLong("repeated"),
        row.getLong("rejected"),
        row.getLong("queries"),
        row.getString("reason"),
        notes == null ? List.of() : notes.lines().toList(),
        row.getString("started_by"),
        row.getTimestamp("started_at").toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
