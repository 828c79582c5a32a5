package org.censusflow.preparation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the preparation of a census has come, for the gate and the leads. */
@Component
public class PreparationFigures {

  private final JdbcClient jdbc;

  PreparationFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Member units whose plan the office has approved, whether or not it is carried out yet. */
  public int plansApproved(String censusId) {
    return count(
        """
        select count(distinct unit) from unit_plan
         where census_id = ? and status in ('APPROVED', 'CARRIED_OUT')
        """,
        censusId);
  }

  /** Member units whose report on their plan the office has confirmed. */
  public int plansCarriedOut(String censusId) {
    return count(
        "select count(distinct unit) from unit_plan where census_id = ? and status = 'CARRIED_OUT'",
        censusId);
  }

  /** Subdistricts whose leading group and office the census office has confirmed. */
  public int subdistrictsSetUp(String censusId) {
    return count(
        """
        select count(distinct subdistrict) from subdistrict_setup
         where census_id = ? and office_ready_at is not null
        """,
        censusId);
  }

  /** Subdistricts all of whose communities have a working group, as confirmed. */
  public int subdistrictsWithAllGroups(String censusId) {
    return count(
        """
        select count(distinct subdistrict) from subdistrict_setup
         where census_id = ? and status = 'GROUPS_READY'
        """,
        censusId);
  }

  private int count(String sql, String censusId) {
    return jdbc.sql(sql).param(censusId).query(Integer.class).single();
  }
}
