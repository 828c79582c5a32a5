package org.censusflow.preparation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The subdistricts' census bodies and their communities' working groups, as set up so far. */
@Component
public class SubdistrictSetups {

  private final JdbcClient jdbc;
  private final ProcessRows setups;
  private final Clock clock;

  SubdistrictSetups(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.setups = new ProcessRows(jdbc, "subdistrict_setup");
    this.clock = clock;
  }

  /** What a subdistrict reports of its leading group and office. */
  public record Office(LocalDate leadingGroupOn, int staff, int secondedStaff, String measures) {}

  /**
   * What a subdistrict reports of its communities and of the organisations on its territory.
   *
   * @param named of the organisations, those that have named a responsible department
   */
  public record WorkingGroups(
      int communities, int groups, int members, int gridWorkers, int organisations, int named) {}

  /** Opens a subdistrict's set-up, once per process instance. */
  @Transactional
  public void register(
      String processKey,
      String censusId,
      String district,
      String subdistrict,
      LocalDate officeDueOn,
      LocalDate groupsDueOn) {
    if (!setups.has(processKey)) {
      jdbc.sql(
              """
              insert into subdistrict_setup
                (process_key, census_id, district, subdistrict, status, office_due_on, groups_due_on, started_at)
              values (?, ?, ?, ?, 'STARTED', ?, ?, ?)
              """)
          .params(
              processKey,
              censusId,
              district,
              subdistrict,
              Date.valueOf(officeDueOn),
              Date.valueOf(groupsDueOn),
              now())
          .update();
    }
  }

  @Transactional
  public void remind(String processKey) {
    setups.remind(processKey);
  }

  /** Keeps what the subdistrict reported of its own bodies, and what the office said about it. */
  @Transactional
  public void recordOffice(String processKey, Office office, Judgement verdict) {
    jdbc.sql(
            """
            update subdistrict_setup set leading_group_on = ?, office_staff = ?, seconded_staff = ?,
                   measures = ?, office_reported_by = ?, office_confirmed_by = ?, return_reason = ?,
                   status = ?, office_ready_at = ?, returns = returns + ?
             where process_key = ?
            """)
        .params(
            Date.valueOf(office.leadingGroupOn()),
            office.staff(),
            office.secondedStaff(),
            office.measures(),
            verdict.maker(),
            verdict.checker(),
            verdict.returnReason(),
            verdict.agreed() ? "OFFICE_READY" : "STARTED",
            verdict.agreed() ? now() : null,
            verdict.agreed() ? 0 : 1,
            processKey)
        .update();
  }

  /** Keeps what the subdistrict reported of its communities, and what the office said about it. */
  @Transactional
  public void recordGroups(String processKey, WorkingGroups groups, Judgement verdict) {
    jdbc.sql(
            """
            update subdistrict_setup set communities = ?, working_groups = ?, group_members = ?,
                   grid_workers = ?, organisations = ?, organisations_named = ?, groups_reported_by = ?,
                   groups_confirmed_by = ?, return_reason = ?, status = ?, groups_ready_at = ?,
                   returns = returns + ?
             where process_key = ?
            """)
        .params(
            groups.communities(),
            groups.groups(),
            groups.members(),
            groups.gridWorkers(),
            groups.organisations(),
            groups.named(),
            verdict.maker(),
            verdict.checker(),
            verdict.returnReason(),
            verdict.agreed() ? "GROUPS_READY" : "OFFICE_READY",
            verdict.agreed() ? now() : null,
            verdict.agreed() ? 0 : 1,
            processKey)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
