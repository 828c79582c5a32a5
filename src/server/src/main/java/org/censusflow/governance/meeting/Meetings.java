package org.censusflow.governance.meeting;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of the leading group's meetings: agenda, attendance, minutes, decisions. */
@Component
public class Meetings {

  private final JdbcClient jdbc;
  private final Clock clock;

  Meetings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What a meeting decided; in force once its minutes are signed.
   *
   * @param item its number in the minutes, from 1
   * @param responsible id of the group that carries it out
   * @param severity {@code ordinary} or {@code serious}
   * @param settles key of the open problem that it answers; null for none
   */
  public record Decision(
      int item,
      String title,
      String content,
      String responsible,
      LocalDate dueOn,
      String severity,
      String settles) {}

  /** Registers a meeting once per process instance and returns its number. */
  @Transactional
  public long propose(String district, String processKey, String title, String occasion) {
    if (numbers(processKey).isEmpty()) {
      jdbc.sql(
              """
              insert into leading_group_meeting (district, process_key, title, occasion, status, proposed_at)
              values (?, ?, ?, ?, 'PROPOSED', ?)
              """)
          .params(district, processKey, title, occasion, now())
          .update();
    }
    return number(processKey);
  }

  @Transactional
  public void convene(String processKey, String agenda, LocalDate on, String place) {
    jdbc.sql(
            """
            update leading_group_meeting set status = 'CONVENED', agenda = ?, meeting_on = ?, place = ?
             where process_key = ?
            """)
        .params(agenda, Date.valueOf(on), place, processKey)
        .update();
  }

  @Transactional
  public void cancel(String processKey, String reason) {
    jdbc.sql(
            """
            update leading_group_meeting set status = 'CANCELLED', reason = ?, closed_at = ?
             where process_key = ?
            """)
        .params(reason, now(), processKey)
        .update();
  }

  /** Adds a decision to minutes that are not signed yet; the same item twice is one decision. */
  @Transactional
  public void decide(String processKey, Decision decision) {
    long meeting = number(processKey);
    jdbc.sql("delete from meeting_decision where meeting_id = ? and item = ?")
        .params(meeting, decision.item())
        .update();
    jdbc.sql(
            """
            insert into meeting_decision (meeting_id, item, title, content, responsible, due_on, severity, settles)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            meeting,
            decision.item(),
            decision.title(),
            decision.content(),
            decision.responsible(),
            Date.valueOf(decision.dueOn()),
            decision.severity(),
            decision.settles())
        .update();
  }

  /** Takes the decisions out of minutes that go back unsigned. */
  @Transactional
  public void withdrawDecisions(String processKey) {
    jdbc.sql("delete from meeting_decision where meeting_id = ?")
        .param(number(processKey))
        .update();
  }

  @Transactional
  public void minute(
      String processKey,
      List<String> attended,
      String absenceNote,
      String minutes,
      String signedBy) {
    jdbc.sql(
            """
            update leading_group_meeting set status = 'MINUTED', attended = ?, absence_note = ?, minutes = ?,
              signed_by = ? where process_key = ?
            """)
        .params(String.join(",", attended), absenceNote, minutes, signedBy, processKey)
        .update();
  }

  @Transactional
  public void close(String processKey) {
    jdbc.sql(
            "update leading_group_meeting set status = 'CLOSED', closed_at = ? where process_key = ?")
        .params(now(), processKey)
        .update();
  }

  public List<Decision> decisions(String processKey) {
    return jdbc.sql(
            """
            select item, title, content, responsible, due_on, severity, settles from meeting_decision
             where meeting_id = ? order by item
            """)
        .param(number(processKey))
        .query(
            (row, n) ->
                new Decision(
                    row.getInt("item"),
                    row.getString("title"),
                    row.getString("content"),
                    row.getString("responsible"),
                    row.getDate("due_on").toLocalDate(),
                    row.getString("severity"),
                    row.getString("settles")))
        .list();
  }

  private long number(String processKey) {
    return numbers(processKey).get(0);
  }

  private List<Long> numbers(String processKey) {
    return jdbc.sql("select id from leading_group_meeting where process_key = ?")
        .param(processKey)
        .query(Long.class)
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
