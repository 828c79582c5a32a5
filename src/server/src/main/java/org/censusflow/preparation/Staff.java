package org.censusflow.preparation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
import org.censusflow.base.district.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enumerators and supervisors of the subdistricts: needed, selected, trained, examined, certified,
 * replaced. People are counts and accounts here, never names.
 */
@Component
public class Staff {

  private static final String VALID =
      " where census_id = ? and withdrawn_at is null and (valid_to is null or valid_to >= ?)";

  private final JdbcClient jdbc;
  private final ProcessRows selections;
  private final Clock clock;

  Staff(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.selections = new ProcessRows(jdbc, "staffing");
    this.clock = clock;
  }

  /** So many enumerators and so many supervisors. */
  public record Team(int enumerators, int supervisors) {

    public int people() {
      return enumerators + supervisors;
    }
  }

  /** Opens a selection, once per process instance. */
  @Transactional
  public void register(
      String processKey, String censusId, String district, String subdistrict, String kind) {
    selections.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("subdistrict", subdistrict)
            .and("kind", kind)
            .and("started_at", clock.instant()));
  }

  @Transactional
  public void remind(String processKey) {
    selections.remind(processKey);
  }

  /** Takes people off; the accounts' certificates end. What was taken off is needed anew. */
  @Transactional
  public void withdraw(
      String processKey, Team team, List<String> accounts, String reason, String by) {
    jdbc.sql(
            """
            update staffing set enumerators_withdrawn = ?, supervisors_withdrawn = ?,
                   withdraw_reason = ?
             where process_key = ?
            """)
        .params(team.enumerators(), team.supervisors(), reason, processKey)
        .update();
    for (String account : accounts) {
      jdbc.sql(
              """
              update staff_certificate set withdrawn_by = ?, withdrawn_at = ?
               where account = ? and withdrawn_at is null
                 and census_id = (select census_id from staffing where process_key = ?)
              """)
          .params(by, Moments.now(clock), account, processKey)
          .update();
    }
  }

  /** Keeps what a selection found, by source. */
  @Transactional
  public void nominate(
      String processKey, Team needed, Team selected, Map<String, Integer> sources, String by) {
    jdbc.sql(
            """
            update staffing set enumerators_needed = ?, supervisors_needed = ?,
                   enumerators_selected = ?, supervisors_selected = ?, nominated_by = ?
             where process_key = ?
            """)
        .params(
            needed.enumerators(),
            needed.supervisors(),
            selected.enumerators(),
            selected.supervisors(),
            by,
            processKey)
        .update();
    jdbc.sql("delete from staffing_source where process_key = ?").param(processKey).update();
    sources.forEach(
        (source, people) ->
            jdbc.sql("insert into staffing_source (process_key, source, people) values (?, ?, ?)")
                .params(processKey, source, people)
                .update());
  }

  @Transactional
  public void support(String processKey, String unit, int people, String remark) {
    jdbc.sql(
            """
            insert into staffing_support (process_key, unit, people, remark, recorded_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(processKey, unit, people, remark, Moments.now(clock))
        .update();
  }

  /** Keeps a training and the exam after it; each call is one more sitting. */
  @Transactional
  public void examine(String processKey, Team trained, int hours, Team passed, String by) {
    jdbc.sql(
            """
            update staffing set enumerators_trained = ?, supervisors_trained = ?,
                   training_hours = training_hours + ?, enumerators_passed = ?,
                   supervisors_passed = ?, examined_by = ?, sittings = sittings + 1
             where process_key = ?
            """)
        .params(
            trained.enumerators(),
            trained.supervisors(),
            hours,
            passed.enumerators(),
            passed.supervisors(),
            by,
            processKey)
        .update();
  }

  /** How often this selection has been examined. */
  public int sittings(String processKey) {
    return jdbc.sql("select coalesce(max(sittings), 0) from staffing where process_key = ?")
        .param(processKey)
        .query(Integer.class)
        .single();
  }

  /**
   * Keeps how many were certified, and gives the accounts their certificates.
   *
   * @param validTo the last day on which the certificates count; null for the whole census
   */
  @Transactional
  public void certify(
      String processKey, Team certified, List<String> accounts, LocalDate validTo, String by) {
    jdbc.sql(
            """
            update staffing set enumerators_certified = ?, supervisors_certified = ?,
                   certified_by = ?, certified_at = ?
             where process_key = ?
            """)
        .params(
            certified.enumerators(), certified.supervisors(), by, Moments.now(clock), processKey)
        .update();
    for (String account : accounts) {
      jdbc.sql(
              """
              insert into staff_certificate (process_key, census_id, subdistrict, account, issued_by, issued_at, valid_to)
              select process_key, census_id, subdistrict, ?, ?, ?, cast(? as date) from staffing where process_key = ?
              """)
          .params(
              account,
              by,
              Moments.now(clock),
              validTo == null ? null : Date.valueOf(validTo),
              processKey)
          .update();
    }
  }

  /** The people whom a selection chose. */
  public Team selected(String processKey) {
    return team(processKey, "selected");
  }

  /** The people of a selection who passed the exam. */
  public Team passed(String processKey) {
    return team(processKey, "passed");
  }

  private Team team(String processKey, String stage) {
    return jdbc.sql(
            "select enumerators_%1$s as enumerators, supervisors_%1$s as supervisors from staffing where process_key = ?"
                .formatted(stage))
        .param(processKey)
        .query(Team.class)
        .single();
  }

  /** Whether an account holds a certificate of this census that is valid today. */
  public boolean isCertified(String censusId, String account) {
    return isCertified(censusId, account, today());
  }

  /** Whether an account holds a certificate that has not been withdrawn and counts on a day. */
  public boolean isCertified(String censusId, String account, LocalDate day) {
    return jdbc.sql("select count(*) from staff_certificate" + VALID + " and account = ?")
            .params(censusId, Date.valueOf(day), account)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Every account that holds a certificate that is valid today. */
  public Set<String> certified(String censusId) {
    return new HashSet<>(
        jdbc.sql("select account from staff_certificate" + VALID)
            .params(censusId, Date.valueOf(today()))
            .query(String.class)
            .list());
  }

  /** The certified people of a subdistrict, less those taken off since. */
  public Team certifiedIn(String censusId, String subdistrict) {
    return jdbc.sql(
            """
            select coalesce(sum(enumerators_certified - enumerators_withdrawn), 0) as enumerators,
                   coalesce(sum(supervisors_certified - supervisors_withdrawn), 0) as supervisors
              from staffing where census_id = ? and subdistrict = ?
            """)
        .params(censusId, subdistrict)
        .query((row, n) -> new Team(row.getInt("enumerators"), row.getInt("supervisors")))
        .single();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
  }
}
