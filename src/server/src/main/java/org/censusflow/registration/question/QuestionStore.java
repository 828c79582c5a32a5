package org.censusflow.registration.question;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Moments;
import org.censusflow.registration.intake.HouseholdCheck;
import org.censusflow.registration.question.AnswerFindings.Finding;
import org.censusflow.registration.question.HouseholdQuestion.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of questions. */
@Component
class QuestionStore {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SELECT =
      """
      select q.*, h.household_no from household_question q join household h on h.id = q.household_id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  QuestionStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whoever asks and whoever concludes a block take turns, so that no question is left behind. */
  void lock(String censusId, String block) {
    jdbc.sql("select code from block where census_id = ? and code = ? for update")
        .params(censusId, block)
        .query(String.class)
        .optional();
  }

  /** Adds a question, unless there is no such household or the person is not of it. */
  Optional<HouseholdQuestion> add(
      long household, Long person, String reason, String evidence, String actor) {
    int added =
        jdbc.sql(
                """
                insert into household_question (census_id, household_id, block_code, person_id, reason, evidence, state,
                    asked_by, asked_at)
                select h.census_id, h.id, h.block_code, cast(:person as bigint), :reason, :evidence, 'OPEN', :actor, :now
                  from household h
                 where h.id = :household
                   and (cast(:person as bigint) is null
                        or exists (select 1 from person p where p.id = :person and p.household_id = h.id))
                """)
            .param("household", household)
            .param("person", person)
            .param("reason", reason)
            .param("evidence", evidence)
            .param("actor", actor)
            .param("now", Moments.now(clock))
            .update();
    if (added == 0) {
      return Optional.empty();
    }
    return jdbc.sql(
            SELECT
                + " where q.id = (select max(id) from household_question where household_id = ? and asked_by = ?)")
        .params(household, actor)
        .query((row, n) -> read(row))
        .optional();
  }

  Optional<HouseholdQuestion> find(long id) {
    return jdbc.sql(SELECT + " where q.id = ?").param(id).query((row, n) -> read(row)).optional();
  }

  /** Questions of a block that wait for the household or for the check. */
  List<HouseholdQuestion> undecided(String censusId, String block) {
    return jdbc.sql(
            SELECT
                + " where q.census_id = ? and q.block_code = ? and q.state in ('OPEN', 'ANSWERED')"
                + " order by h.household_no, q.id")
        .params(censusId, block)
        .query((row, n) -> read(row))
        .list();
  }

  void answered(long id, QuestionReply reply, List<Finding> doubts, String actor) {
    jdbc.sql(
            """
            update household_question
               set state = 'ANSWERED', answer = ?, answer_reason = ?, answer_evidence = ?, confirmed_by = ?,
                   unreached = ?, answer_doubts = ?, answered_by = ?, answered_at = ?
             where id = ?
            """)
        .params(
            text(reply),
            reply.reason(),
            reply.evidence(),
            reply.confirmedBy(),
            !reply.reached(),
            doubts.isEmpty() ? null : AnswerFindings.text(doubts),
            actor,
            Moments.now(clock),
            id)
        .update();
  }

  void escalated(long id, String note, String actor) {
    jdbc.sql(
            "update household_question set state = 'OPEN', escalated_note = ?, escalated_by = ? where id = ?")
        .params(note, actor, id)
        .update();
  }

  /** A question that goes back is the enumerator's again. */
  void decided(long id, State state, String remark, String actor) {
    jdbc.sql(
            """
            update household_question set state = ?, checked_by = ?, checked_at = ?, remark = ?,
                   escalated_note = case when ? = 'OPEN' then null else escalated_note end
             where id = ?
            """)
        .params(state.name(), actor, Moments.now(clock), remark, state.name(), id)
        .update();
  }

  private static HouseholdQuestion read(ResultSet row) throws SQLException {
    return new HouseholdQuestion(
        row.getLong("id"),
        row.getString("census_id"),
        row.getString("block_code"),
        row.getInt("household_no"),
        row.getLong("household_id"),
        row.getObject("person_id", Long.class),
        row.getString("reason"),
        row.getString("evidence"),
        State.valueOf(row.getString("state")),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        reply(row),
        row.getString("answer_doubts"),
        row.getString("answered_by"),
        row.getString("escalated_note"),
        row.getString("checked_by"),
        row.getString("remark"));
  }

  private static QuestionReply reply(ResultSet row) throws SQLException {
    return row.getString("answered_by") == null
        ? null
        : new QuestionReply(
            HouseholdCheck.items(row.getString("answer")),
            row.getString("answer_reason"),
            row.getString("answer_evidence"),
            row.getString("confirmed_by"),
            true);
  }

  private static String text(QuestionReply reply) {
    try {
      return JSON.writeValueAsString(reply.changes());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
