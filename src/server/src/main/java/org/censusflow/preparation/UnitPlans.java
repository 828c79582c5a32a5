package org.censusflow.preparation;

import java.time.Clock;
import java.time.LocalDate;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
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
    plans.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("unit", unit)
            .and("status", "DRAFTING")
            .and("started_at", clock.instant()));
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
            update unit_plan set responsible_department = :responsibleDepartment, staff = :staff,
                   seconded_staff = :secondedStaff, content = :content, planning_links = :planningLinks,
                   policy_measures = :policyMeasures, drafted_by = :maker, reviewed_by = :checker,
                   return_reason = :returnReason, status = :status, approved_at = :agreedAt,
                   returns = returns + :returned
             where process_key = :key
            """)
        .paramSource(
            verdict
                .params("APPROVED", "RETURNED", clock.instant())
                .and(plan)
                .and("key", processKey))
        .update();
  }

  /** Keeps the unit's report with what the office said about it. */
  @Transactional
  public void report(String processKey, Report report, Judgement verdict) {
    jdbc.sql(
            """
            update unit_plan set deployed_on = :deployedOn, subdistrict_visits = :subdistrictVisits,
                   problems_solved = :problemsSolved, report = :text, reported_by = :maker, confirmed_by = :checker,
                   return_reason = :returnReason, status = :status, confirmed_at = :agreedAt,
                   returns = returns + :returned
             where process_key = :key
            """)
        .paramSource(
            verdict
                .params("CARRIED_OUT", "APPROVED", clock.instant())
                .and(report)
                .and("key", processKey))
        .update();
  }
}
