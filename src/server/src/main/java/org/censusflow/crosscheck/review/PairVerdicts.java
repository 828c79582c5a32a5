package org.censusflow.crosscheck.review;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have decided about pairs. A verdict stands from run to run until it is retracted; a
 * retraction counts from the next run on, in which the pair is asked about again.
 */
@Component
public class PairVerdicts {

  private static final String SELECT =
      """
      select v.*, r.reason as retraction, r.retracted_by, r.retracted_at
        from pair_verdict v left join pair_retraction r on r.verdict_id = v.id
      """;

  private static final int LONGEST_REASON = 500;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;

  PairVerdicts(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A verdict by the keys that outlast a run.
   *
   * @param verdict {@code same}, {@code different} or {@code unsure}
   * @param basis {@code agreement} of both judges, or {@code lead}
   * @param retractedAt null while the verdict stands
   */
  public record PairVerdict(
      long id,
      String censusId,
      long personId,
      String supply,
      String recordId,
      String verdict,
      String basis,
      Instant decidedAt,
      String retraction,
      String retractedBy,
      Instant retractedAt) {

    public boolean same() {
      return PairAnswer.SAME.code().equals(verdict);
    }
  }

  /** The verdicts that outrank the comparison's, in the order in which they were given. */
  public List<PairVerdict> standing(String censusId) {
    return ofCensus(censusId).stream()
        .filter(v -> v.retractedAt() == null && !PairAnswer.UNSURE.code().equals(v.verdict()))
        .toList();
  }

  /** Every verdict of a census, the retracted ones included. */
  public List<PairVerdict> ofCensus(String censusId) {
    return jdbc.sql(SELECT + " where v.census_id = ? order by v.id")
        .param(censusId)
        .query((row, n) -> read(row))
        .list();
  }

  Optional<PairVerdict> find(long id) {
    return jdbc.sql(SELECT + " where v.id = ?").param(id).query((row, n) -> read(row)).optional();
  }

  private static PairVerdict read(java.sql.ResultSet row) throws java.sql.SQLException {
    Timestamp retracted = row.getTimestamp("retracted_at");
    return new PairVerdict(
        row.getLong("id"),
        row.getString("census_id"),
        row.getLong("person_id"),
        row.getString("supply"),
        row.getString("record_id"),
        row.getString("verdict"),
        row.getString("basis"),
        row.getTimestamp("decided_at").toInstant(),
        row.getString("retraction"),
        row.getString("retracted_by"),
        retracted == null ? null : retracted.toInstant());
  }

  /**
   * Withdraws a verdict; verdict and retraction stay on record.
   *
   * @throws JudgementRefused without a reason, or when the verdict has been retracted before
   */
  @Transactional
  public void retract(long id, String district, String reason, String user) {
    if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
      throw new JudgementRefused("撤销须写明理由，最多 " + LONGEST_REASON + " 字。");
    }
    // Of two leads who retract at once the second waits here and then finds the first one's.
    // The pair is what is locked: nobody may change a verdict, and a lock would ask for that right.
    jdbc.sql(
            """
            select p.id from review_pair p
             where p.id = (select v.pair_id from pair_verdict v where v.id = ?) for update
            """)
        .param(id)
        .query(Long.class)
        .single();
    if (find(id).orElseThrow().retractedAt() != null) {
      throw new JudgementRefused("该判定已经撤销。");
    }
    jdbc.sql(
            """
            insert into pair_retraction (verdict_id, reason, retracted_by, retracted_at)
            values (?, ?, ?, ?)
            """)
        .params(id, reason.strip(), user, Moments.now(clock))
        .update();
    audit.record(user, district, "verdict.retract", "pair-verdict", String.valueOf(id));
    audit.persons(user, district, "verdict.retract", List.of(find(id).orElseThrow().personId()));
  }
}
