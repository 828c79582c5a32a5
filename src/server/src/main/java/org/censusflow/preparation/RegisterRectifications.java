package org.censusflow.preparation;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The household-register rectification (户口整顿): what public security counted by block, what came of
 * it, and whether the register that it hands over has been rectified.
 */
@Component
public class RegisterRectifications {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final RectificationCounts counts;

  RegisterRectifications(JdbcClient jdbc, Clock clock, RectificationCounts counts) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.counts = counts;
  }

  /** How public security set about it. */
  public record Deployment(LocalDate on, int stations, int officers, String measures) {}

  /** What was put right in a subdistrict, and why not all of it. */
  public record Settlement(int settled, int cancelled, int temporary, String note) {}

  /** A rectification that is finished. */
  public record Completed(Instant at, RectificationTotals totals) {}

  /** Opens a rectification with a part for each subdistrict, once per process instance. */
  @Transactional
  public void register(
      String processKey, String censusId, String district, List<String> subdistricts) {
    if (single("select count(*) from register_rectification where process_key = ?", processKey)
        > 0) {
      return;
    }
    jdbc.sql(
            """
            insert into register_rectification (process_key, census_id, district, status, started_at)
            values (?, ?, ?, 'STARTED', ?)
            """)
        .params(processKey, censusId, district, Moments.now(clock))
        .update();
    for (String subdistrict : subdistricts) {
      jdbc.sql(
              "insert into rectification_part (process_key, subdistrict, status) values (?, ?, 'COUNTING')")
          .params(processKey, subdistrict)
          .update();
    }
  }

  /**
   * @param subdistrict key of the one that is late; null when the whole deployment is
   */
  @Transactional
  public void remind(String processKey, String subdistrict) {
    if (subdistrict == null) {
      jdbc.sql("update register_rectification set reminders = reminders + 1 where process_key = ?")
          .param(processKey)
          .update();
    } else {
      jdbc.sql(
              """
              update rectification_part set reminders = reminders + 1
               where process_key = ? and subdistrict = ?
              """)
          .params(processKey, subdistrict)
          .update();
    }
  }

  @Transactional
  public void deploy(String processKey, Deployment deployment, String by) {
    jdbc.sql(
            """
            update register_rectification set status = 'DEPLOYED', deployed_on = ?, stations = ?,
                   officers = ?, measures = ?, deployed_by = ?
             where process_key = ?
            """)
        .params(
            Date.valueOf(deployment.on()),
            deployment.stations(),
            deployment.officers(),
            deployment.measures(),
            by,
            processKey)
        .update();
  }

  /** Whether a subdistrict's counts of this round have arrived. */
  public boolean counted(String processKey, String subdistrict) {
    return "COUNTED".equals(status(processKey, subdistrict));
  }

  /** Keeps what the subdistrict said about public security's counts. */
  @Transactional
  public void confirm(String processKey, String subdistrict, Judgement verdict) {
    judge(processKey, subdistrict, verdict, "CONFIRMED");
    jdbc.sql(
            "update rectification_part set confirmed_by = ? where process_key = ? and subdistrict = ?")
        .params(verdict.checker(), processKey, subdistrict)
        .update();
  }

  /** Keeps what the census office said about the counts. */
  @Transactional
  public void accept(String processKey, String subdistrict, Judgement verdict) {
    judge(processKey, subdistrict, verdict, "ACCEPTED");
    jdbc.sql(
            """
            update rectification_part set accepted_by = ?, accepted_at = ?
             where process_key = ? and subdistrict = ?
            """)
        .params(
            verdict.checker(),
            verdict.agreed() ? Moments.now(clock) : null,
            processKey,
            subdistrict)
        .update();
  }

  private void judge(String processKey, String subdistrict, Judgement verdict, String agreed) {
    jdbc.sql(
            """
            update rectification_part set status = ?, return_reason = ?, returns = returns + ?
             where process_key = ? and subdistrict = ?
            """)
        .params(
            verdict.agreed() ? agreed : "COUNTING",
            verdict.returnReason(),
            verdict.agreed() ? 0 : 1,
            processKey,
            subdistrict)
        .update();
  }

  @Transactional
  public void settle(String processKey, String subdistrict, Settlement settlement, String by) {
    jdbc.sql(
            """
            update rectification_part set status = 'SETTLED', settled = ?, cancelled = ?, temporary = ?,
                   note = ?, settled_by = ?, settled_at = ?
             where process_key = ? and subdistrict = ?
            """)
        .params(
            settlement.settled(),
            settlement.cancelled(),
            settlement.temporary(),
            settlement.note(),
            by,
            Moments.now(clock),
            processKey,
            subdistrict)
        .update();
  }

  @Transactional
  public void complete(String processKey) {
    jdbc.sql(
            """
            update register_rectification set status = 'COMPLETED', completed_at = ?
             where process_key = ? and completed_at is null
            """)
        .params(Moments.now(clock), processKey)
        .update();
  }

  /** The sums of one subdistrict. */
  public RectificationTotals totals(String processKey, String subdistrict) {
    return counts.totals(processKey, subdistrict);
  }

  /** The sums of the district. */
  public RectificationTotals totals(String processKey) {
    return counts.totals(processKey, null);
  }

  /** Blocks of the subdistrict that have been drawn; none before the mapping. */
  public int blocksKnown(String processKey, String subdistrict) {
    return counts.blocks(processKey, subdistrict).size();
  }

  /** Blocks of the subdistrict that no count was given for. */
  public int blocksMissing(String processKey, String subdistrict) {
    List<String> missing = new ArrayList<>(counts.blocks(processKey, subdistrict));
    missing.removeAll(counts.reported(processKey, subdistrict));
    return missing.size();
  }

  /**
   * The rectification that the household register of a census has gone through.
   *
   * @return empty while none is finished: the register is then handed over as it was
   */
  public Optional<Completed> completed(String censusId) {
    return jdbc.sql(
            """
            select process_key, completed_at from register_rectification
             where census_id = ? and status = 'COMPLETED' order by completed_at desc limit 1
            """)
        .param(censusId)
        .query(
            (row, n) ->
                new Completed(
                    row.getTimestamp("completed_at").toInstant(),
                    counts.totals(row.getString("process_key"), null)))
        .optional();
  }

  private String status(String processKey, String subdistrict) {
    return jdbc.sql(
            "select status from rectification_part where process_key = ? and subdistrict = ?")
        .params(processKey, subdistrict)
        .query(String.class)
        .single();
  }

  private int single(String sql, String key) {
    return jdbc.sql(sql).param(key).query(Integer.class).single();
  }
}
