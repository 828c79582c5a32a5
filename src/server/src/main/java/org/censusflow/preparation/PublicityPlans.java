package org.censusflow.preparation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.data.ListTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The publicity of a census: its plan, what media, units and subdistricts did, the report. */
@Component
public class PublicityPlans {

  private final JdbcClient jdbc;
  private final ProcessRows plans;
  private final ListTable media;
  private final Clock clock;

  PublicityPlans(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.plans = new ProcessRows(jdbc, "publicity_plan");
    this.media = new ListTable(jdbc, "publicity_plan_medium", "process_key", "medium");
    this.clock = clock;
  }

  /** Whose activity it was, which also says what {@link Activity#reached} counts. */
  public enum Part {
    /** A member unit's; people reached. */
    UNIT,
    /** A subdistrict's; households reached. */
    SUBDISTRICT
  }

  /** Reports by kind of media. */
  public record Coverage(
      LocalDate deployedOn, int radio, int television, int press, int newMedia) {}

  /** One unit's or subdistrict's activity. */
  public record Activity(Part part, String actor, String text, int reached, LocalDate heldOn) {}

  /** What has been done so far under a plan. */
  public record Totals(
      int reports, int units, int peopleReached, int subdistricts, int householdsReached) {}

  /** Opens a plan, once per process instance. */
  @Transactional
  public void register(String processKey, String censusId, String district) {
    if (!plans.has(processKey)) {
      jdbc.sql(
              """
              insert into publicity_plan (process_key, census_id, district, status, started_at)
              values (?, ?, ?, 'DRAFTING', ?)
              """)
          .params(processKey, censusId, district, now())
          .update();
    }
  }

  @Transactional
  public void remind(String processKey) {
    plans.remind(processKey);
  }

  /** Keeps the plan with what the office said about it. */
  @Transactional
  public void review(
      String processKey, String content, List<PublicityMedium> media, Judgement verdict) {
    jdbc.sql(
            """
            update publicity_plan set content = ?, drafted_by = ?, reviewed_by = ?,
                   return_reason = ?, status = ?, approved_at = ?, returns = returns + ?
             where process_key = ?
            """)
        .params(
            content,
            verdict.maker(),
            verdict.checker(),
            verdict.returnReason(),
            verdict.agreed() ? "APPROVED" : "RETURNED",
            verdict.agreed() ? now() : null,
            verdict.agreed() ? 0 : 1,
            processKey)
        .update();
    this.media.replace(processKey, media.stream().map(PublicityMedium::code).toList());
  }

  @Transactional
  public void cover(String processKey, Coverage coverage) {
    jdbc.sql(
            """
            update publicity_plan set deployed_on = ?, radio_reports = ?, television_reports = ?,
                   press_reports = ?, new_media_reports = ?
             where process_key = ?
            """)
        .params(
            Date.valueOf(coverage.deployedOn()),
            coverage.radio(),
            coverage.television(),
            coverage.press(),
            coverage.newMedia(),
            processKey)
        .update();
  }

  @Transactional
  public void hold(String processKey, Activity activity, String by) {
    jdbc.sql(
            """
            insert into publicity_activity
              (process_key, part, actor, activity, reached, held_on, done_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            processKey,
            activity.part().name(),
            activity.actor(),
            activity.text(),
            activity.reached(),
            Date.valueOf(activity.heldOn()),
            by,
            now())
        .update();
  }

  public Totals totals(String processKey) {
    return jdbc.sql(
            """
            select p.radio_reports + p.television_reports + p.press_reports + p.new_media_reports as reports,
                   count(case when a.part = 'UNIT' then 1 end) as units,
                   coalesce(sum(case when a.part = 'UNIT' then a.reached end), 0) as people,
                   count(case when a.part = 'SUBDISTRICT' then 1 end) as subdistricts,
                   coalesce(sum(case when a.part = 'SUBDISTRICT' then a.reached end), 0) as households
              from publicity_plan p left join publicity_activity a on a.process_key = p.process_key
             where p.process_key = ?
             group by p.process_key, p.radio_reports, p.television_reports, p.press_reports,
                      p.new_media_reports
            """)
        .param(processKey)
        .query(
            (row, n) ->
                new Totals(
                    row.getInt("reports"),
                    row.getInt("units"),
                    row.getInt("people"),
                    row.getInt("subdistricts"),
                    row.getInt("households")))
        .single();
  }

  /** Keeps the publicity unit's report with what the office said about it. */
  @Transactional
  public void report(String processKey, int majorEvents, String text, Judgement verdict) {
    jdbc.sql(
            """
            update publicity_plan set major_events = ?, report = ?, reported_by = ?, confirmed_by = ?,
                   return_reason = ?, status = ?, confirmed_at = ?, returns = returns + ?
             where process_key = ?
            """)
        .params(
            majorEvents,
            text,
            verdict.maker(),
            verdict.checker(),
            verdict.returnReason(),
            verdict.agreed() ? "REPORTED" : "APPROVED",
            verdict.agreed() ? now() : null,
            verdict.agreed() ? 0 : 1,
            processKey)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
