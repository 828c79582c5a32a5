package org.censusflow.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.censusflow.registration.intake.HouseholdCheck;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Corrections that go back to the household (Implementing regulations of the Statistics Law art.
 * 19): somebody doubts an answer, the household says what is right and confirms it, a second person
 * checks, and only then there is a new version. Nobody edits an answer at a desk.
 */
@Component
public class HouseholdQuestions {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> CONFIRMATIONS = Set.of("signature", "self", "phone");

  private static final String SELECT =
      """
      select q.*, h.block_code, h.household_no from household_question q join household h on h.id = q.household_id
      """;

  private final JdbcClient jdbc;
  private final AnswerVersions versions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  HouseholdQuestions(
      JdbcClient jdbc, AnswerVersions versions, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.versions = versions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Sends an answer back to its household.
   *
   * @param personId whom the doubt is about; null for the household's own items
   * @param evidence what the doubt rests on
   * @return the question's key
   */
  @Transactional
  public long ask(long householdId, Long personId, String reason, String evidence, String actor) {
    must(filled(reason) && filled(evidence), "CF-E830 请写明疑问和依据，各不超过 500 字。");
    if (personId != null) {
      Integer own =
          jdbc.sql("select count(*) from person where id = ? and household_id = ?")
              .params(personId, householdId)
              .query(Integer.class)
              .single();
      must(own == 1, "CF-E831 此人不在该户。");
    }
    int asked =
        jdbc.sql(
                """
                insert into household_question (census_id, household_id, person_id, reason, evidence, state, asked_by, asked_at)
                select census_id, id, cast(? as bigint), ?, ?, 'OPEN', ?, ? from household where id = ?
                """)
            .params(personId, reason, evidence, actor, Timestamp.from(clock.instant()), householdId)
            .update();
    must(asked == 1, "CF-E831 没有这一户。");
    long id =
        jdbc.sql("select max(id) from household_question where household_id = ? and asked_by = ?")
            .params(householdId, actor)
            .query(Long.class)
            .single();
    HouseholdQuestion question = require(id);
    events.publishEvent(new HouseholdQuestionAsked(question.censusId(), question.block(), id));
    return id;
  }

  /**
   * Records what the household says.
   *
   * @param answer the answers that change, by item key; empty when the household stands by them
   * @param confirmedBy {@code signature}, {@code self} or {@code phone}
   */
  @Transactional
  public void answer(long id, Map<String, String> answer, String confirmedBy, String actor) {
    HouseholdQuestion question = require(id);
    must("OPEN".equals(question.state()), "CF-E832 该疑问已经答复或办结。");
    must(
        confirmedBy != null && CONFIRMATIONS.contains(confirmedBy),
        "CF-E833 请记录申报人如何确认：签字、自主填报或电话。");
    versions.hold(question, answer);
    jdbc.sql(
            """
            update household_question set state = 'ANSWERED', answer = ?, confirmed_by = ?, answered_by = ?, answered_at = ?
             where id = ?
            """)
        .params(text(answer), confirmedBy, actor, Timestamp.from(clock.instant()), id)
        .update();
  }

  /**
   * A second person checks: the answer becomes a new version, or the question goes back.
   *
   * @param remark why it goes back
   */
  @Transactional
  public void decide(long id, boolean accepted, String remark, String actor) {
    HouseholdQuestion question = require(id);
    must("ANSWERED".equals(question.state()), "CF-E832 该疑问还没有答复，或者已经办结。");
    must(!Objects.equals(actor, question.answeredBy()), "CF-E834 记录答复的人不能自己审核。");
    must(accepted || filled(remark), "CF-E830 请写明退回的理由。");
    String state = "OPEN";
    if (accepted) {
      state = question.answer().isEmpty() ? "KEPT" : "APPLIED";
      if (!question.answer().isEmpty()) {
        versions.apply(question, actor);
        events.publishEvent(
            new RegistrationsChanged(question.censusId(), List.of(question.block())));
      }
    }
    jdbc.sql(
            "update household_question set state = ?, checked_by = ?, checked_at = ?, remark = ? where id = ?")
        .params(state, actor, Timestamp.from(clock.instant()), remark, id)
        .update();
  }

  /** Questions of a block that wait for the household or for the check. */
  public List<HouseholdQuestion> open(String censusId, String block) {
    return jdbc.sql(
            SELECT
                + " where q.census_id = ? and h.block_code = ? and q.state in ('OPEN', 'ANSWERED') order by q.id")
        .params(censusId, block)
        .query((row, n) -> read(row))
        .list();
  }

  public Optional<HouseholdQuestion> find(long id) {
    return jdbc.sql(SELECT + " where q.id = ?").param(id).query((row, n) -> read(row)).optional();
  }

  private HouseholdQuestion require(long id) {
    return find(id).orElseThrow(() -> new QuestionRefused("CF-E831 没有这条疑问。"));
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
        row.getString("state"),
        row.getString("asked_by"),
        row.getTimestamp("asked_at").toInstant(),
        HouseholdCheck.items(row.getString("answer")),
        row.getString("confirmed_by"),
        row.getString("answered_by"),
        row.getString("checked_by"),
        row.getString("remark"));
  }

  private static String text(Map<String, String> answer) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean filled(String text) {
    return text != null && !text.isBlank() && text.length() <= 500;
  }

  private static void must(boolean holds, String message) {
    if (!holds) {
      throw new QuestionRefused(message);
    }
  }
}
