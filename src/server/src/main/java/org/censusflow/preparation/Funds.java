package org.censusflow.preparation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
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
    if (!budgets.has(processKey)) {
      jdbc.sql(
              """
              insert into census_budget (process_key, census_id, district, status, started_at)
              values (?, ?, ?, 'DRAFTING', ?)
              """)
          .params(processKey, censusId, district, now())
          .update();
    }
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
            update census_budget set total = ?, tranches = ?, pay = ?, phone = ?, training = ?,
                   publicity = ?, other = ?, drafted_by = ?, reviewed_by = ?, return_reason = ?,
                   status = ?, approved_at = ?, returns = returns + ?
             where process_key = ?
            """)
        .params(
            budget.total(),
            budget.tranches(),
            budget.pay(),
            budget.phone(),
            budget.training(),
            budget.publicity(),
            budget.other(),
            verdict.maker(),
            verdict.checker(),
            verdict.returnReason(),
            verdict.agreed() ? "APPROVED" : "RETURNED",
            verdict.agreed() ? now() : null,
            verdict.agreed() ? 0 : 1,
            processKey)
        .update();
  }

  @Transactional
  public void release(String processKey, long amount, LocalDate on, String by) {
    jdbc.sql(
            """
            insert into funds_release (process_key, amount, released_on, released_by, recorded_at)
            values (?, ?, ?, ?, ?)
            """)
        .params(processKey, amount, Date.valueOf(on), by, now())
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
        .query(
            (row, n) ->
                new Balance(row.getLong("total"), row.getLong("released"), row.getInt("releases")))
        .single();
  }

  @Transactional
  public void check(String processKey, Check check, String by) {
    jdbc.sql(
            """
            insert into funds_check (process_key, subdistrict, allotted, received, due_on, received_on,
                   misused, in_order, finding, rectified, checked_by, checked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            processKey,
            check.subdistrict(),
            check.allotted(),
            check.received(),
            Date.valueOf(check.dueOn()),
            Date.valueOf(check.receivedOn()),
            check.misused(),
            check.inOrder(),
            check.finding(),
            check.rectified(),
            by,
            now())
        .update();
  }

  /** Keeps a payment and returns what the subdistrict has been paid in all. */
  @Transactional
  public long pay(String processKey, Payment payment, String confirmedBy, String paidBy) {
    jdbc.sql(
            """
            insert into allowance_payment (process_key, subdistrict, blocks, enumerators, supervisors,
                   due, paid, paid_on, confirmed_by, paid_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            processKey,
            payment.subdistrict(),
            payment.blocks(),
            payment.enumerators(),
            payment.supervisors(),
            payment.due(),
            payment.paid(),
            Date.valueOf(payment.paidOn()),
            confirmedBy,
            paidBy,
            now())
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

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
