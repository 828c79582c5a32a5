package org.censusflow.publication;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of releases. It holds by itself what matters: nothing is released without the next
 * higher statistics office's approval, nor before the minute that it approved (Census Regulations
 * art. 30).
 */
@Component
public class Releases {

  private final JdbcClient jdbc;
  private final Clock clock;

  Releases(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What the next higher office answered. */
  public record Answer(String decision, String reason, String number, LocalDate on, Instant at) {}

  /** Plans a release once per process instance and returns its number. */
  @Transactional
  public long plan(
      String district, String censusId, String processKey, String kind, int registered) {
    if (find(processKey).isEmpty()) {
      jdbc.sql(
              """
              insert into data_release (district, census_id, process_key, kind, registered, status, planned_at)
              values (?, ?, ?, ?, ?, 'DRAFTING', ?)
              """)
          .params(district, censusId, processKey, kind, registered, now())
          .update();
    }
    return number(processKey);
  }

  /** Keeps a draft with who checked its disclosure and who approved it here. */
  @Transactional
  public void approveHere(
      String processKey, ReleaseDraft draft, String checkedBy, String approvedBy) {
    jdbc.sql(
            """
            update data_release set title = ?, content = ?, method_note = ?, population = ?, population_note = ?,
                   figure_source = ?, table_kind = ?, area_level = ?, smallest_cell = ?, corrects = ?,
                   correction = ?, drafted_by = ?, checked_by = ?, approved_by = ?
             where process_key = ?
            """)
        .params(
            draft.title(),
            draft.content(),
            draft.methodNote(),
            draft.population(),
            draft.note(),
            draft.source(),
            draft.tableKind(),
            draft.areaLevel(),
            draft.smallestCell(),
            draft.corrects(),
            draft.correction(),
            draft.draftedBy(),
            checkedBy,
            approvedBy,
            processKey)
        .update();
    event(processKey, approvedBy, "approve", null);
  }

  @Transactional
  public void submit(String processKey, String to, String number, LocalDate on, String by) {
    jdbc.sql(
            """
            update data_release set status = 'SUBMITTED', submitted_to = ?, submission_number = ?, submitted_on = ?
             where process_key = ?
            """)
        .params(to, number, Date.valueOf(on), processKey)
        .update();
    event(processKey, by, "submit", number);
  }

  @Transactional
  public void remind(String processKey) {
    jdbc.sql("update data_release set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
    event(processKey, null, "remind", null);
  }

  /**
   * Keeps what the next higher office said to a submitted release.
   *
   * @throws IllegalStateException when nothing was submitted
   */
  @Transactional
  public void answer(String processKey, Answer answer, String by) {
    String status =
        switch (answer.decision()) {
          case "approve" -> "APPROVED";
          case "return" -> "RETURNED";
          default -> "REFUSED";
        };
    int changed =
        jdbc.sql(
                """
                update data_release set status = ?, higher_number = ?, higher_on = ?, release_at = ?
                 where process_key = ? and status in ('SUBMITTED', ?)
                """)
            .params(
                status,
                answer.number(),
                Date.valueOf(answer.on()),
                "APPROVED".equals(status) ? Timestamp.from(answer.at()) : null,
                processKey,
                status)
            .update();
    if (changed == 0) {
      throw new IllegalStateException("Release of " + processKey + " was not submitted");
    }
    event(processKey, by, answer.decision(), answer.reason());
  }

  /**
   * Makes an approved release public; a second time changes nothing.
   *
   * @throws IllegalStateException when it is not approved, or its minute has not come
   */
  @Transactional
  public void release(String processKey) {
    int changed =
        jdbc.sql(
                """
                update data_release set status = 'RELEASED', released_at = coalesce(released_at, ?)
                 where process_key = ? and status in ('APPROVED', 'RELEASED') and release_at <= ?
                """)
            .params(now(), processKey, now())
            .update();
    if (changed == 0) {
      throw new IllegalStateException(
          "Release of " + processKey + " is not approved, or its minute has not come");
    }
    event(processKey, null, "release", null);
  }

  /**
   * @param fault what is wrong with what was released; null for nothing
   */
  @Transactional
  public void confirm(String processKey, String channels, String fault, String by) {
    jdbc.sql("update data_release set channels = ?, fault = ? where process_key = ?")
        .params(channels, fault, processKey)
        .update();
    event(processKey, by, fault == null ? "confirm" : "fault", fault);
  }

  /** What a district has released, newest first. */
  public List<Release> released(String district) {
    return jdbc.sql(
            """
            select r.id as number, r.kind, r.title, r.content, r.method_note, r.corrects, r.correction,
                   (select max(later.id) from data_release later
                     where later.corrects = r.id and later.status = 'RELEASED') as corrected_by, r.released_at
              from data_release r
             where r.district = ? and r.status = 'RELEASED' and r.release_at <= ?
             order by r.released_at desc, r.id desc
            """)
        .params(district, now())
        .query(Release.class)
        .list();
  }

  /** Number of the release that a process instance is about. */
  public long number(String processKey) {
    return find(processKey).orElseThrow();
  }

  private Optional<Long> find(String processKey) {
    return jdbc.sql("select id from data_release where process_key = ?")
        .param(processKey)
        .query(Long.class)
        .optional();
  }

  private void event(String processKey, String actor, String action, String note) {
    jdbc.sql(
            """
            insert into data_release_event (release_id, occurred_at, actor, action, note) values (?, ?, ?, ?, ?)
            """)
        .params(number(processKey), now(), actor, action, note)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
