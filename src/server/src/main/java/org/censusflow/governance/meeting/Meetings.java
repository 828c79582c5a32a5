package org.censusflow.governance.meeting;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.data.Code;
import org.censusflow.base.data.ListTable;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.governance.matter.Gravity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of the leading group's meetings: agenda, attendance, minutes, decisions. */
@Component
public class Meetings {

  private final JdbcClient jdbc;
  private final ListTable attendance;
  private final Clock clock;

  Meetings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.attendance = new ListTable(jdbc, "meeting_attendance", "meeting_id", "unit");
    this.clock = clock;
  }

  /**
   * What a meeting decided; in force once its minutes are signed.
   *
   * @param item its number in the minutes, from 1
   * @param responsible id of the group that carries it out
   * @param settles key of the open problem that it answers; null for none
   */
  public record Decision(
      int item,
      String title,
      String content,
      String responsible,
      LocalDate dueOn,
      Gravity severity,
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
          .params(district, processKey, title, occasion, Moments.now(clock))
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
        .params(reason, Moments.now(clock), processKey)
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
            values (:meeting, :item, :title, :content, :responsible, :dueOn, :severity, :settles)
            """)
        .paramSource(Params.of(decision).and("meeting", meeting))
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
            update leading_group_meeting set status = 'MINUTED', absence_note = ?, minutes = ?, signed_by = ?
             where process_key = ?
            """)
        .params(absenceNote, minutes, signedBy, processKey)
        .update();
    attendance.replace(number(processKey), attended);
  }

  @Transactional
  public void close(String processKey) {
    jdbc.sql(
            "update leading_group_meeting set status = 'CLOSED', closed_at = ? where process_key = ?")
        .params(Moments.now(clock), processKey)
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
                    Code.of(Gravity.class, row.getString("severity")),
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
}
