package org.censusflow.governance.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.StepsMissing;
import org.censusflow.base.access.TakenSteps;
import org.censusflow.base.access.TakenSteps.Needed;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of policy questions: what was asked, what the units said (or that they said
 * nothing), what was answered.
 */
@Component
public class PolicyQuestions {

  private static final String APPROVE = "approve";

  private final JdbcClient jdbc;
  private final TakenSteps steps;
  private final Clock clock;

  PolicyQuestions(JdbcClient jdbc, TakenSteps steps, Clock clock) {
    this.jdbc = jdbc;
    this.steps = steps;
    this.clock = clock;
  }

  /** An answer in force, as every subdistrict of the district sees it. */
  public record Answer(
      long number, String subject, String question, String answer, Instant publishedAt) {}

  /** Registers a question once per process instance and returns its number. */
  @Transactional
  public long register(
      String district,
      String processKey,
      String askedBy,
      String askerGroup,
      String subject,
      String question) {
    if (count(processKey) == 0) {
      jdbc.sql(
              """
              insert into policy_question (district, process_key, asked_by, asker_group, subject, question, asked_at)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(district, processKey, askedBy, askerGroup, subject, question, Moments.now(clock))
          .update();
    }
    return number(processKey);
  }

  /**
   * Records what a unit said, or that it let the time pass. Only the last word of a unit counts.
   */
  @Transactional
  public void recordOpinion(
      String processKey, String unit, String opinion, boolean silent, String givenBy) {
    long number = number(processKey);
    jdbc.sql("delete from policy_opinion where question_id = ? and unit = ?")
        .params(number, unit)
        .update();
    jdbc.sql(
            """
            insert into policy_opinion (question_id, unit, opinion, silent, given_by, given_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(number, unit, opinion, silent, givenBy, Moments.now(clock))
        .update();
  }

  /**
   * Records whether the question is {@code daily} or {@code major}; the latter waits for a meeting.
   */
  @Transactional
  public void route(String processKey, String level) {
    jdbc.sql("update policy_question set level = ? where process_key = ?")
        .params(level, processKey)
        .update();
  }

  /**
   * Makes the answer known to the district: to a daily question when a lead has approved it, to a
   * major one when the leading group has.
   *
   * @throws StepsMissing when nobody drafted it, or nobody else of those approved it
   */
  @Transactional
  public void publish(String processKey, String answer) {
    Routed routed =
        jdbc.sql("select district, level from policy_question where process_key = ?")
            .param(processKey)
            .query(Routed.class)
            .single();
    String approver = "daily".equals(routed.level()) ? "-census-leads" : "-leading-group";
    Map<String, String> people =
        steps.require(
            processKey,
            List.of(
                Needed.of("draft", routed.district() + "-census-office"),
                Needed.of(APPROVE, routed.district() + approver, "draft")));
    jdbc.sql(
            "update policy_question set answer = ?, approved_by = ?, published_at = ? where process_key = ?")
        .params(answer, people.get(APPROVE), Moments.now(clock), processKey)
        .update();
  }

  private record Routed(String district, String level) {}

  /** The answers of a district, newest first. */
  public List<Answer> published(String district) {
    return jdbc.sql(
            """
            select id, subject, question, answer, published_at from policy_question
             where district = ? and published_at is not null order by published_at desc, id desc
            """)
        .param(district)
        .query(
            (row, n) ->
                new Answer(
                    row.getLong("id"),
                    row.getString("subject"),
                    row.getString("question"),
                    row.getString("answer"),
                    row.getTimestamp("published_at").toInstant()))
        .list();
  }

  private int count(String processKey) {
    return jdbc.sql("select count(*) from policy_question where process_key = ?")
        .param(processKey)
        .query(Integer.class)
        .single();
  }

  private long number(String processKey) {
    return jdbc.sql("select id from policy_question where process_key = ?")
        .param(processKey)
        .query(Long.class)
        .single();
  }
}
