package org.censusflow.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.data.ListTable;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
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
    plans.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("status", "DRAFTING")
            .and("started_at", clock.instant()));
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
            update publicity_plan set content = :content, drafted_by = :maker, reviewed_by = :checker,
                   return_reason = :returnReason, status = :status, approved_at = :agreedAt,
                   returns = returns + :returned
             where process_key = :key
            """)
        .paramSource(
            verdict
                .params("APPROVED", "RETURNED", clock.instant())
                .and("content", content)
                .and("key", processKey))
        .update();
    this.media.replace(processKey, media.stream().map(PublicityMedium::code).toList());
  }

  @Transactional
  public void cover(String processKey, Coverage coverage) {
    jdbc.sql(
            """
            update publicity_plan set deployed_on = :deployedOn, radio_reports = :radio,
                   television_reports = :television, press_reports = :press, new_media_reports = :newMedia
             where process_key = :key
            """)
        .paramSource(Params.of(coverage).and("key", processKey))
        .update();
  }

  @Transactional
  public void hold(String processKey, Activity activity, String by) {
    jdbc.sql(
            """
            insert into publicity_activity (process_key, part, actor, activity, reached, held_on, done_by, recorded_at)
            values (:key, :part, :actor, :text, :reached, :heldOn, :by, :now)
            """)
        .paramSource(
            Params.of(activity).and("key", processKey).and("by", by).and("now", clock.instant()))
        .update();
  }

  public Totals totals(String processKey) {
    return jdbc.sql(
            """
            select p.radio_reports + p.television_reports + p.press_reports + p.new_media_reports as reports,
                   count(case when a.part = 'UNIT' then 1 end) as units,
                   coalesce(sum(case when a.part = 'UNIT' then a.reached end), 0) as people_reached,
                   count(case when a.part = 'SUBDISTRICT' then 1 end) as subdistricts,
                   coalesce(sum(case when a.part = 'SUBDISTRICT' then a.reached end), 0) as households_reached
              from publicity_plan p left join publicity_activity a on a.process_key = p.process_key
             where p.process_key = ?
             group by p.process_key, p.radio_reports, p.television_reports, p.press_reports,
                      p.new_media_reports
            """)
        .param(processKey)
        .query(Totals.class)
        .single();
  }

  /** Keeps the publicity unit's report with what the office said about it. */
  @Transactional
  public void report(String processKey, int majorEvents, String text, Judgement verdict) {
    jdbc.sql(
            """
            update publicity_plan set major_events = :events, report = :text, reported_by = :maker,
                   confirmed_by = :checker, return_reason = :returnReason, status = :status,
                   confirmed_at = :agreedAt, returns = returns + :returned
             where process_key = :key
            """)
        .paramSource(
            verdict
                .params("REPORTED", "APPROVED", clock.instant())
                .and("events", majorEvents)
                .and("text", text)
                .and("key", processKey))
        .update();
  }
}
