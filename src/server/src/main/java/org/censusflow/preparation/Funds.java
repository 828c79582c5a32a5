package org.censusflow.preparation;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A district's census funds: budget, releases, checks of the subdistricts, allowances. In yuan. */
@Component
public class Funds {

  private final JdbcClient jdbc;
  private final ProcessRows budgets;
  private final Clock clock;

  Funds(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.budgets = new ProcessRows(jdbc, "census_budget");
    this.clock = clock;
  }

  /**
   * A budget by purpose.
   *
   * @param tranches in how many parts it is meant to be released
   * @param pay pay and lost-work subsidies of enumerators and supervisors
   * @param phone their phone subsidies
   */
  public record Budget(
      long total, int tranches, long pay, long phone, long training, long publicity, long other) {}

  /**
   * What a check of a subdistrict's funds found.
   *
   * @param rectified what the subdistrict said it put right since the last check; null at the first
   */
  public record Check(
      String subdistrict,
      long allotted,
      long received,
      LocalDate dueOn,
      LocalDate receivedOn,
      long misused,
      boolean inOrder,
      String finding,
      String rectified) {}

  /** One payment of a subdistrict's allowances; {@code due} is the whole amount owed. */
  public record Payment(
      String subdistrict,
      int blocks,
      int enumerators,
      int supervisors,
      long due,
      long paid,
      LocalDate paidOn) {}

  /** Where a budget stands. */
  public record Balance(long total, long released, int releases) {

    public long outstanding() {
      return total - released;
    }
  }

  /** Opens a budget, once per process instance. */
  @Transactional
  public void register(String processKey, String censusId, String district) {
    budgets.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("status", "DRAFTING")
            .and("started_at", clock.instant()));
  }

  @Transactional
  public void remind(String processKey) {
    budgets.remind(processKey);
  }

  /** Keeps the budget with what the finance unit said about it. */
  @Transactional
  public void review(String processKey, Budget budget, Judgement verdict) {
    jdbc.sql(
            """
            update census_budget set total = :total, tranches = :tranches, pay = :pay, phone = :phone,
                   training = :training, publicity = :publicity, other = :other, drafted_by = :maker,
                   reviewed_by = :checker, return_reason = :returnReason, status = :status,
                   approved_at = :agreedAt, returns = returns + :returned
             where process_key = :key
            """)
        .paramSource(
            verdict
                .params("APPROVED", "RETURNED", clock.instant())
                .and(budget)
                .and("key", processKey))
        .update();
  }

  @Transactional
  public void release(String processKey, long amount, LocalDate on, String by) {
    jdbc.sql(
            """
            insert into funds_release (process_key, amount, released_on, released_by, recorded_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(processKey, amount, Date.valueOf(on), by, Moments.now(clock))
        .update();
  }

  public Balance balance(String processKey) {
    return jdbc.sql(
            """
            select coalesce(b.total, 0) as total,
                   (select coalesce(sum(amount), 0) from funds_release r where r.process_key = b.process_key) as released,
                   (select count(*) from funds_release r where r.process_key = b.process_key) as releases
              from census_budget b where b.process_key = ?
            """)
        .param(processKey)
        .query(Balance.class)
        .single();
  }

  @Transactional
  public void check(String processKey, Check check, String by) {
    jdbc.sql(
            """
            insert into funds_check (process_key, subdistrict, allotted, received, due_on, received_on, misused,
                   in_order, finding, rectified, checked_by, checked_at)
            values (:key, :subdistrict, :allotted, :received, :dueOn, :receivedOn, :misused, :inOrder, :finding,
                   :rectified, :by, :now)
            """)
        .paramSource(
            Params.of(check).and("key", processKey).and("by", by).and("now", clock.instant()))
        .update();
  }

  /** Keeps a payment and returns what the subdistrict has been paid in all. */
  @Transactional
  public long pay(String processKey, Payment payment, String confirmedBy, String paidBy) {
    jdbc.sql(
            """
            insert into allowance_payment (process_key, subdistrict, blocks, enumerators, supervisors, due, paid,
                   paid_on, confirmed_by, paid_by, recorded_at)
            values (:key, :subdistrict, :blocks, :enumerators, :supervisors, :due, :paid, :paidOn, :confirmedBy,
                   :paidBy, :now)
            """)
        .paramSource(
            Params.of(payment)
                .and("key", processKey)
                .and("confirmedBy", confirmedBy)
                .and("paidBy", paidBy)
                .and("now", clock.instant()))
        .update();
    return allowancesPaid(processKey, payment.subdistrict());
  }

  /** The allowances of a subdistrict paid from a budget. */
  public long allowancesPaid(String processKey, String subdistrict) {
    return jdbc.sql(
            """
            select coalesce(sum(paid), 0) from allowance_payment where process_key = ? and subdistrict = ?
            """)
        .params(processKey, subdistrict)
        .query(Long.class)
        .single();
  }

  /** All allowances paid from a budget. */
  public long allowancesPaid(String processKey) {
    return jdbc.sql("select coalesce(sum(paid), 0) from allowance_payment where process_key = ?")
        .param(processKey)
        .query(Long.class)
        .single();
  }

  /** Closes the budget: released, checked, allowances paid. */
  @Transactional
  public void secure(String processKey) {
    jdbc.sql("update census_budget set status = 'SECURED' where process_key = ?")
        .param(processKey)
        .update();
  }
}
