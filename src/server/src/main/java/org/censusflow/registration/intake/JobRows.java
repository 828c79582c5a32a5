package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Moments;

/** The rows of {@code intake_job} on one connection. */
final class JobRows {

  private final Connection connection;

  JobRows(Connection connection) {
    this.connection = connection;
  }

  /** Enters a job; the same file for the same census again is the job that is there. */
  long enter(IntakeJob job) throws SQLException {
    Optional<IntakeJob> present =
        find("census_id = ? and sha256 = ?", job.censusId(), job.sha256());
    if (present.isPresent()) {
      return present.get().id();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into intake_job (census_id, file_name, sha256, format, encoding, filled_in, state, total_rows,
                notes, started_by, started_at)
            values (?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?)
            """,
            new String[] {"id"})) {
      insert.setString(1, job.censusId());
      insert.setString(2, job.fileName());
      insert.setString(3, job.sha256());
      insert.setString(4, job.format());
      insert.setString(5, job.encoding());
      insert.setDate(6, Date.valueOf(job.filledIn()));
      insert.setLong(7, job.totalRows());
      insert.setString(8, JobLedger.kept(job.notes()));
      insert.setString(9, job.startedBy());
      insert.setTimestamp(10, Moments.at(job.startedAt()));
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  IntakeJob require(long id) throws SQLException {
    return find("id = ?", id)
        .orElseThrow(() -> new IllegalArgumentException("No intake job " + id));
  }

  Optional<IntakeJob> find(String where, Object... values) throws SQLException {
    return list(where, values).stream().findFirst();
  }

  List<IntakeJob> list(String where, Object... values) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select * from intake_job where " + where + " order by id")) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      List<IntakeJob> jobs = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          jobs.add(IntakeJobs.read(row));
        }
      }
      return jobs;
    }
  }

  /**
   * Moves the checkpoint, first thing in the transaction that stores what lies between: whoever
   * comes second waits, and finds the checkpoint moved.
   *
   * @return false when somebody else has moved it
   */
  boolean advance(long id, long from, long to) throws SQLException {
    return update(
            "update intake_job set next_row = ? where id = ? and next_row = ? and state = 'RUNNING'",
            to,
            id,
            from)
        == 1;
  }

  void count(long id, long accepted, long repeated, long rejected, long queries)
      throws SQLException {
    update(
        """
        update intake_job set accepted = accepted + ?, repeated = repeated + ?, rejected = rejected + ?,
            queries = queries + ? where id = ?
        """,
        accepted,
        repeated,
        rejected,
        queries,
        id);
  }

  void resume(long id) throws SQLException {
    update(
        "update intake_job set state = 'RUNNING', reason = null, finished_at = null where id = ? and state = 'FAILED'",
        id);
  }

  private int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }
}
