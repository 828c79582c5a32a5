package org.censusflow.crosscheck.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.censusflow.base.data.Moments;
import org.censusflow.crosscheck.compare.Difference.Status;
import org.censusflow.registration.question.AnswerFindings.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of differences and the log of every step taken on them. */
@Component
public class DifferenceStore {

  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private static final String BETWEEN = "；";

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  DifferenceStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  public Optional<Difference> find(long id) {
    return jdbc.sql("select * from difference where id = ?").param(id).query(this::read).optional();
  }

  public List<Difference> ofBlock(String censusId, String block) {
    return jdbc.sql(
            "select * from difference where census_id = ? and block_code = ? order by subject, class_code, id")
        .params(censusId, block)
        .query(this::read)
        .list();
  }

  /**
   * Records an outcome, unless somebody else changed the difference meanwhile.
   *
   * @return whether the difference was still in the state in which it was read
   */
  public boolean settle(
      Difference before,
      Outcome outcome,
      String reason,
      Map<String, String> correction,
      List<Finding> doubts,
      String actor) {
    int changed =
        jdbc.sql(
                """
                update difference set status = 'VERIFIED', outcome = ?, reason = ?, correction = ?, doubts = ?,
                       settled_by = ?, settled_at = ?
                 where id = ? and status = ?
                """)
            .params(
                outcome.code(),
                reason,
                write(correction),
                doubts.isEmpty()
                    ? null
                    : doubts.stream().map(Finding::text).collect(Collectors.joining(BETWEEN)),
                actor,
                Moments.now(clock),
                before.id(),
                before.status().name())
            .update();
    log(before.id(), actor, "settle", outcome, reason, changed);
    return changed == 1;
  }

  public boolean review(Difference before, boolean approved, String reason, String actor) {
    int changed =
        jdbc.sql(
                """
                update difference set status = ?, reviewed_by = ?, reviewed_at = ?, return_reason = ?
                 where id = ? and status = ?
                """)
            .params(
                (approved ? Status.APPROVED : Status.RETURNED).name(),
                actor,
                Moments.now(clock),
                approved ? null : reason,
                before.id(),
                before.status().name())
            .update();
    log(before.id(), actor, approved ? "approve" : "return", before.outcome(), reason, changed);
    return changed == 1;
  }

  /** Whether it had not been applied before. */
  public boolean applied(long id) {
    return jdbc.sql("update difference set applied_at = ? where id = ? and applied_at is null")
            .params(Moments.now(clock), id)
            .update()
        == 1;
  }

  public String district(String censusId) {
    return jdbc.sql("select district from census where id = ?")
        .param(censusId)
        .query(String.class)
        .single();
  }

  private void log(
      long id, String actor, String action, Outcome outcome, String reason, int changed) {
    if (changed == 1) {
      jdbc.sql(
              """
              insert into difference_event (difference_id, occurred_at, actor, action, outcome, reason)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(id, Moments.now(clock), actor, action, outcome.code(), reason)
          .update();
    }
  }

  private String write(Map<String, String> correction) {
    try {
      return correction.isEmpty() ? null : json.writeValueAsString(correction);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Difference read(ResultSet row, int n) throws SQLException {
    String correction = row.getString("correction");
    String outcome = row.getString("outcome");
    String doubts = row.getString("doubts");
    Timestamp reviewed = row.getTimestamp("reviewed_at");
    try {
      return new Difference(
          row.getLong("id"),
          row.getLong("run_id"),
          row.getString("census_id"),
          row.getInt("subject"),
          DifferenceClass.valueOf(row.getString("class_code")),
          key(row, "person_id"),
          key(row, "second_person_id"),
          row.getString("block_code"),
          row.getString("evidence"),
          Verifier.ofCode(row.getString("verifier")),
          Verifier.ofCode(row.getString("reviewer")),
          Status.valueOf(row.getString("status")),
          outcome == null ? null : Outcome.ofCode(outcome).orElseThrow(),
          row.getString("reason"),
          correction == null ? Map.of() : json.readValue(correction, FIELDS),
          doubts == null ? List.of() : List.of(doubts.split(BETWEEN)),
          row.getString("settled_by"),
          row.getString("reviewed_by"),
          reviewed == null ? null : reviewed.toInstant(),
          row.getString("return_reason"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Difference " + row.getLong("id") + " holds an unreadable correction", e);
    }
  }

  private static Long key(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
