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

  /**
   * Whether the census has its funds: a budget, all of it released, and every one of so many
   * subdistricts in order at its last check.
   */
  public boolean fundsAvailable(String censusId, int subdistricts) {
    Long missing =
        jdbc.sql(
                """
                select coalesce(sum(b.total), 0)
                       - (select coalesce(sum(r.amount), 0) from funds_release r
                           join census_budget rb on rb.process_key = r.process_key
                          where rb.census_id = ? and rb.approved_at is not null)
                  from census_budget b where b.census_id = ? and b.approved_at is not null
                having sum(b.total) > 0
                """)
            .params(censusId, censusId)
            .query(Long.class)
            .optional()
            .orElse(null);
    return missing != null && missing == 0 && subdistrictsInFunds(censusId) >= subdistricts;
  }

  /** Subdistricts whose funds were in order when the finance unit last looked. */
  public int subdistrictsInFunds(String censusId) {
    return count(
        """
        select count(*) from funds_check c
          join (select b.census_id, k.subdistrict, max(k.id) as id from funds_check k
                  join census_budget b on b.process_key = k.process_key
                 group by b.census_id, k.subdistrict) last on last.id = c.id
         where last.census_id = ? and c.in_order
        """,
        censusId);
  }

  /** Whether the household register has been rectified in every subdistrict. */
  public boolean registerRectified(String censusId) {
    return count(
            """
            select count(*) from register_rectification
             where census_id = ? and status = 'COMPLETED'
            """,
            censusId)
        > 0;
  }

  /** Whether an approved publicity plan has been deployed. */
  public boolean publicityUnderWay(String censusId) {
    return count(
            """
            select count(*) from publicity_plan
             where census_id = ? and approved_at is not null and deployed_on is not null
            """,
            censusId)
        > 0;
  }

  /** Enumerators and supervisors that the subdistricts need, by their newest first selection. */
  public Staff.Team staffNeeded(String censusId) {
    return team(
        """
        select coalesce(sum(enumerators_needed), 0), coalesce(sum(supervisors_needed), 0)
          from staffing s
         where s.census_id = ? and s.kind = 'initial'
           and s.started_at = (select max(n.started_at) from staffing n
                                where n.census_id = s.census_id and n.subdistrict = s.subdistrict
                                  and n.kind = 'initial')
        """,
        censusId);
  }

  /** Enumerators and supervisors who hold a certificate, less those taken off since. */
  public Staff.Team staffCertified(String censusId) {
    return team(
        """
        select coalesce(sum(enumerators_certified - enumerators_withdrawn), 0),
               coalesce(sum(supervisors_certified - supervisors_withdrawn), 0)
          from staffing where census_id = ?
        """,
        censusId);
  }

  private Staff.Team team(String sql, String censusId) {
    return jdbc.sql(sql)
        .param(censusId)
        .query((row, n) -> new Staff.Team(row.getInt(1), row.getInt(2)))
        .single();
  }

  private int count(String sql, String censusId) {
    return jdbc.sql(sql).param(censusId).query(Integer.class).single();
  }
}
