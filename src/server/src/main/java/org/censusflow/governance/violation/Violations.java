package org.censusflow.governance.violation;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.StepsMissing;
import org.censusflow.base.access.TakenSteps;
import org.censusflow.base.data.ListTable;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.governance.matter.Gravity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of violations: what was established and what came of it. It has no place for who
 * reported one (Census Regulations art. 37).
 */
@Component
public class Violations {

  private final JdbcClient jdbc;
  private final TakenSteps steps;
  private final ListTable investigators;
  private final Clock clock;

  Violations(JdbcClient jdbc, TakenSteps steps, Clock clock) {
    this.jdbc = jdbc;
    this.investigators = new ListTable(jdbc, "violation_investigator", "case_id", "account");
    this.steps = steps;
    this.clock = clock;
  }

  /** What two investigators established. */
  public record Findings(
      String facts,
      String evidence,
      String offenderKind,
      String violationType,
      Gravity gravity,
      String investigatedBy,
      String countersignedBy) {}

  /**
   * What is done about it.
   *
   * @param kind {@code correct}, {@code fine}, {@code police}, {@code appointing-authority}, {@code
   *     discipline-inspection} or {@code organisation-department}
   * @param fine yuan; null unless fined
   */
  public record Disposition(String kind, String text, Integer fine) {}

  /** The facts on which the law's limits hang, as they were established. */
  public record Facts(String offenderKind, String violationType, String gravity) {}

  /** What is made known of a closed case. */
  public record Notice(long number, String title, String text, Instant publishedAt) {}

  /** Registers a report or lead once per process instance and returns the case's number. */
  @Transactional
  public long receive(String district, String processKey, String channel, String type) {
    if (numbers(processKey).isEmpty()) {
      jdbc.sql(
              """
              insert into violation_case (district, process_key, channel, reported_type, status, received_at)
              values (?, ?, ?, ?, 'RECEIVED', ?)
              """)
          .params(district, processKey, channel, type, Moments.now(clock))
          .update();
    }
    return number(processKey);
  }

  /** Keeps the screened summary, which takes the place of the report's own words. */
  @Transactional
  public void screen(String processKey, String summary, String reason, String by) {
    set(processKey, "summary = ?, screening_reason = ?, screened_by = ?", summary, reason, by);
  }

  @Transactional
  public void reject(String processKey) {
    set(processKey, "status = 'REJECTED', closed_at = ?", Moments.now(clock));
  }

  /**
   * @throws IllegalArgumentException when fewer than two people are to investigate
   */
  @Transactional
  public void open(String processKey, List<String> investigators) {
    if (investigators.stream().distinct().count() < 2) {
      throw new IllegalArgumentException("A violation needs two investigators");
    }
    set(processKey, "status = 'OPEN'");
    this.investigators.replace(number(processKey), investigators);
  }

  @Transactional
  public void remind(String processKey) {
    set(processKey, "reminders = reminders + 1");
  }

  @Transactional
  public void establish(String processKey, Findings findings) {
    set(
        """
        facts = :facts, evidence = :evidence, offender_kind = :offenderKind, violation_type = :violationType,
        gravity = :gravity, investigated_by = :investigatedBy, countersigned_by = :countersignedBy
        """,
        processKey,
        Params.of(findings));
  }

  @Transactional
  public void closeUnfounded(String processKey) {
    set(processKey, "status = 'UNFOUNDED', closed_at = ?", Moments.now(clock));
  }

  /** What was established of a case. */
  public Facts facts(String processKey) {
    return jdbc.sql(
            "select offender_kind, violation_type, gravity from violation_case where process_key = ?")
        .param(processKey)
        .query(Facts.class)
        .single();
  }

  /**
   * Decides what is done: two named investigators established the case, the bureau drafted, a lead
   * approved.
   *
   * @throws StepsMissing when one of them did not, or somebody did what another has to do
   */
  @Transactional
  public void dispose(String processKey, Disposition disposition) {
    Map<String, String> people = people(processKey);
    set(
        """
        status = 'DECIDED', disposition = :kind, disposition_text = :text, fine_amount = :fine,
        drafted_by = :draftedBy, approved_by = :approvedBy
        """,
        processKey,
        Params.of(disposition)
            .and("draftedBy", people.get("draft"))
            .and("approvedBy", people.get("approve")));
  }

  private Map<String, String> people(String processKey) {
    String district =
        jdbc.sql("select district from violation_case where process_key = ?")
            .param(processKey)
            .query(String.class)
            .single();
    return new Sanctioned(district, investigators.of(number(processKey))).people(processKey, steps);
  }

  @Transactional
  public void transfer(String processKey, String number, LocalDate on) {
    set(
        processKey,
        "status = 'TRANSFERRED', transfer_number = ?, transferred_on = ?",
        number,
        Date.valueOf(on));
  }

  @Transactional
  public void recordReceipt(String processKey, String number, LocalDate on) {
    set(processKey, "receipt_number = ?, received_on = ?", number, Date.valueOf(on));
  }

  @Transactional
  public void publish(String processKey, String result, String title, String text) {
    set(
        processKey,
        "status = 'CLOSED', result = ?, notice_title = ?, notice = ?, closed_at = ?",
        result,
        title,
        text,
        Moments.now(clock));
  }

  /** How many cases of a district are neither closed nor found to be none. */
  public int unsettled(String district) {
    return jdbc.sql(
            """
            select count(*) from violation_case
             where district = ? and status not in ('REJECTED', 'UNFOUNDED', 'CLOSED')
            """)
        .param(district)
        .query(Integer.class)
        .single();
  }

  /** The notices of a district, newest first. */
  public List<Notice> notices(String district) {
    return jdbc.sql(
            """
            select id, notice_title, notice, closed_at from violation_case
             where district = ? and status = 'CLOSED' order by closed_at desc, id desc
            """)
        .param(district)
        .query(
            (row, n) ->
                new Notice(
                    row.getLong("id"),
                    row.getString("notice_title"),
                    row.getString("notice"),
                    row.getTimestamp("closed_at").toInstant()))
        .list();
  }

  private void set(String assignments, String processKey, Params values) {
    jdbc.sql("update violation_case set " + assignments + " where process_key = :key")
        .paramSource(values.and("key", processKey))
        .update();
  }

  private void set(String processKey, String assignments, Object... values) {
    List<Object> parameters = new ArrayList<>(java.util.Arrays.asList(values));
    parameters.add(processKey);
    jdbc.sql("update violation_case set " + assignments + " where process_key = ?")
        .params(parameters)
        .update();
  }

  private long number(String processKey) {
    return numbers(processKey).get(0);
  }

  private List<Long> numbers(String processKey) {
    return jdbc.sql("select id from violation_case where process_key = ?")
        .param(processKey)
        .query(Long.class)
        .list();
  }
}
