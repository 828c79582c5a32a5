package org.censusflow.postenumeration.publication;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.censusflow.base.access.StepsMissing;
import org.censusflow.base.access.TakenSteps;
import org.censusflow.base.access.TakenSteps.Needed;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of releases. It holds by itself what matters: nothing is released without the next
 * higher statistics office's approval, nor before the minute that it approved (Census Regulations
 * art. 30), nor without those who drafted, checked and approved it here, three people.
 */
@Component
public class Releases {

  private static final String DRAFT = "draft";
  private static final String CHECK = "check";
  private static final String APPROVE = "approve";

  private final JdbcClient jdbc;
  private final TakenSteps steps;
  private final Clock clock;

  Releases(JdbcClient jdbc, TakenSteps steps, Clock clock) {
    this.jdbc = jdbc;
    this.steps = steps;
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
          .params(district, censusId, processKey, kind, registered, Moments.now(clock))
          .update();
    }
    return number(processKey);
  }

  /**
   * Keeps a draft with who drafted it, who checked its disclosure and who approved it here.
   *
   * @throws StepsMissing when one of them did not, or somebody did two of it
   */
  @Transactional
  public void approveHere(String processKey, ReleaseDraft draft) {
    Map<String, String> people = steps.require(processKey, approvedHere(processKey));
    jdbc.sql(
            """
            update data_release set title = :title, content = :content, method_note = :methodNote,
                   population = :population, population_note = :note, figure_source = :source,
                   table_kind = :tableKind, area_level = :areaLevel, smallest_cell = :smallestCell,
                   corrects = :corrects, correction = :correction, drafted_by = :draftedBy,
                   checked_by = :checkedBy, approved_by = :approvedBy
             where process_key = :key
            """)
        .paramSource(
            Params.of(draft)
                .and("draftedBy", people.get(DRAFT))
                .and("checkedBy", people.get(CHECK))
                .and("approvedBy", people.get(APPROVE))
                .and("key", processKey))
        .update();
    event(processKey, people.get(APPROVE), "approve", null);
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
                "APPROVED".equals(status) ? Moments.at(answer.at()) : null,
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
   * @throws StepsMissing when a step before it is not on record
   */
  @Transactional
  public void release(String processKey) {
    List<Needed> all = new ArrayList<>(approvedHere(processKey));
    String office = district(processKey) + "-census-office";
    all.add(Needed.of("submit", office));
    all.add(Needed.of("answer", office));
    steps.require(processKey, all);
    int changed =
        jdbc.sql(
                """
                update data_release set status = 'RELEASED', released_at = coalesce(released_at, ?)
                 where process_key = ? and status in ('APPROVED', 'RELEASED') and release_at <= ?
                """)
            .params(Moments.now(clock), processKey, Moments.now(clock))
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
        .params(district, Moments.now(clock))
        .query(Release.class)
        .list();
  }

  private List<Needed> approvedHere(String processKey) {
    String office = district(processKey) + "-census-office";
    return List.of(
        Needed.of(DRAFT, office),
        Needed.of(CHECK, office, DRAFT),
        Needed.of(APPROVE, district(processKey) + "-census-leads", DRAFT, CHECK));
  }

  private String district(String processKey) {
    return jdbc.sql("select district from data_release where process_key = ?")
        .param(processKey)
        .query(String.class)
        .single();
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
        .params(number(processKey), Moments.now(clock), actor, action, note)
        .update();
  }
}
