package org.censusflow.governance.phase;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The phases of each census that missed their window, and what the leads did about it. */
@Component
public class LatePhases {

  private final JdbcClient jdbc;
  private final Clock clock;

  LatePhases(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One late phase.
   *
   * @param phase key of the window in the district's file
   * @param noticedAt when the process first found it unfinished
   * @param urgings how often the leads were asked and acted
   * @param measure key of the measure that was taken last; null before the first
   */
  public record Late(
      String phase, LocalDate dueOn, Instant noticedAt, int urgings, String measure, String note) {}

  /** Notes that a phase is late; noting it again changes nothing. */
  @Transactional
  public void notice(String censusId, String phase, LocalDate dueOn) {
    int known =
        jdbc.sql("select count(*) from late_phase where census_id = ? and phase = ?")
            .params(censusId, phase)
            .query(Integer.class)
            .single();
    if (known == 0) {
      jdbc.sql("insert into late_phase (census_id, phase, due_on, noticed_at) values (?, ?, ?, ?)")
          .params(censusId, phase, Date.valueOf(dueOn), Moments.now(clock))
          .update();
    }
  }

  /** Keeps the measure that was taken last, with the account that took it. */
  @Transactional
  public void urge(String censusId, String phase, String measure, String note, String by) {
    jdbc.sql(
            """
            update late_phase set urgings = urgings + 1, measure = ?, note = ?, urged_by = ?, urged_at = ?
             where census_id = ? and phase = ?
            """)
        .params(measure, note, by, Moments.now(clock), censusId, phase)
        .update();
  }

  public List<Late> of(String censusId) {
    return jdbc.sql(
            """
            select phase, due_on, noticed_at, urgings, measure, note from late_phase
             where census_id = ? order by due_on, phase
            """)
        .param(censusId)
        .query(
            (row, n) ->
                new Late(
                    row.getString("phase"),
                    row.getDate("due_on").toLocalDate(),
                    row.getTimestamp("noticed_at").toInstant(),
                    row.getInt("urgings"),
                    row.getString("measure"),
                    row.getString("note")))
        .list();
  }
}
