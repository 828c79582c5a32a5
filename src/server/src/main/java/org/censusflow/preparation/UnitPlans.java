package org.censusflow.preparation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The member units' plans: what each set itself to do, and what came of it. */
@Component
public class UnitPlans {

  private final JdbcClient jdbc;
  private final ProcessRows plans;
  private final Clock clock;

  UnitPlans(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.plans = new ProcessRows(jdbc, "unit_plan");
    this.clock = clock;
  }

  /**
   * A unit's plan as submitted.
   *
   * @param responsibleDepartment the department inside the unit that answers for the census
   * @param staff people who work on the census
   * @param secondedStaff of these, people seconded to the census office
   * @param planningLinks how the plan ties in with the development plans; only the unit that makes
   *     those plans has to say
   * @param policyMeasures what the unit's own policies do for the census; units with such a duty
   */
  public record Plan(
      String responsibleDepartment,
      int staff,
      int secondedStaff,
      String content,
      String planningLinks,
      String policyMeasures) {}

  /** What a unit reports of carrying out its plan. */
  public record Report(
      LocalDate deployedOn, int subdistrictVisits, int problemsSolved, String text) {}

  /** Opens a unit's plan, once per process instance. */
  @Transactional
  public void register(String processKey, String censusId, String district, String unit) {
    if (!plans.has(processKey)) {
      jdbc.sql(
              """
              insert into unit_plan (process_key, census_id, district, unit, status, started_at)
              values (?, ?, ?, ?, 'DRAFTING', ?)
              """)
          .params(processKey, censusId, district, unit, now())
          .update();
    }
  }

  @Transactional
  public void remind(String processKey) {
    plans.remind(processKey);
  }

  /** Keeps the plan with what the office said about it. */
  @Transactional
  public void review(String processKey, Plan plan, Judgement verdict) {
    jdbc.sql(
            """
            update unit_plan set responsible_department = ?, staff = ?, seconded_staff = ?, content = ?,
                   planning_links = ?, policy_measures = ?, drafted_by = ?, reviewed_by = ?, return_reason = ?, status = ?,
                   approved_at = ?, returns = returns + ?
             where process_key = ?
            """)
        .params(
            plan.responsibleDepartment(),
            plan.staff(),
            plan.secondedStaff(),
            plan.content(),
            plan.planningLinks(),
            plan.policyMeasures(),
            verdict.maker(),
            verdict.checker(),
            verdict.returnReason(),
            verdict.agreed() ? "APPROVED" : "RETURNED",
            verdict.agreed() ? now() : null,
            verdict.agreed() ? 0 : 1,
            processKey)
        .update();
  }

  /** Keeps the unit's report with what the office said about it. */
  @Transactional
  public void report(String processKey, Report report, Judgement verdict) {
    jdbc.sql(
            """
            update unit_plan set deployed_on = ?, subdistrict_visits = ?, problems_solved = ?, report = ?,
                   reported_by = ?, confirmed_by = ?, return_reason = ?, status = ?, confirmed_at = ?,
                   returns = returns + ?
             where process_key = ?
            """)
        .params(
            Date.valueOf(report.deployedOn()),
            report.subdistrictVisits(),
            report.problemsSolved(),
            report.text(),
            verdict.maker(),
            verdict.checker(),
            verdict.returnReason(),
            verdict.agreed() ? "CARRIED_OUT" : "APPROVED",
            verdict.agreed() ? now() : null,
            verdict.agreed() ? 0 : 1,
            processKey)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
