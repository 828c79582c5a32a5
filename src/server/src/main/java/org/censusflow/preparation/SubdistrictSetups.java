package org.censusflow.preparation;

import java.time.Clock;
import java.time.LocalDate;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
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
    setups.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("subdistrict", subdistrict)
            .and("status", "STARTED")
            .and("office_due_on", officeDueOn)
            .and("groups_due_on", groupsDueOn)
            .and("started_at", clock.instant()));
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
            update subdistrict_setup set leading_group_on = :leadingGroupOn, office_staff = :staff,
                   seconded_staff = :secondedStaff, measures = :measures, office_reported_by = :maker,
                   office_confirmed_by = :checker, return_reason = :returnReason, status = :status,
                   office_ready_at = :agreedAt, returns = returns + :returned
             where process_key = :key
            """)
        .paramSource(
            verdict
                .params("OFFICE_READY", "STARTED", clock.instant())
                .and(office)
                .and("key", processKey))
        .update();
  }

  /** Keeps what the subdistrict reported of its communities, and what the office said about it. */
  @Transactional
  public void recordGroups(String processKey, WorkingGroups groups, Judgement verdict) {
    jdbc.sql(
            """
            update subdistrict_setup set communities = :communities, working_groups = :groups,
                   group_members = :members, grid_workers = :gridWorkers, organisations = :organisations,
                   organisations_named = :named, groups_reported_by = :maker, groups_confirmed_by = :checker,
                   return_reason = :returnReason, status = :status, groups_ready_at = :agreedAt,
                   returns = returns + :returned
             where process_key = :key
            """)
        .paramSource(
            verdict
                .params("GROUPS_READY", "OFFICE_READY", clock.instant())
                .and(groups)
                .and("key", processKey))
        .update();
  }
}
