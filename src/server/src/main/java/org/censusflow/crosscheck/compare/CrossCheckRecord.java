package org.censusflow.crosscheck.compare;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of a cross-check when it is over: the report, and who signed what. */
@Component
public class CrossCheckRecord {

  /** The part that the office's lead signs: all of it. */
  public static final String WHOLE = "cross-check";

  private final JdbcClient jdbc;
  private final Figures figures;
  private final Clock clock;

  CrossCheckRecord(JdbcClient jdbc, Figures figures, Clock clock) {
    this.jdbc = jdbc;
    this.figures = figures;
    this.clock = clock;
  }

  /**
   * @param part {@link #WHOLE}, or the key of the unit whose figures were signed
   */
  public record Signature(String part, String signedBy, Instant signedAt, String remark) {}

  /**
   * @param overrideReason why the leads let the cross-check pass below the limits; null when it met
   *     them
   */
  public record Report(String content, String draftedBy, String overrideReason) {}

  /**
   * Somebody puts their name to the figures of the latest comparison; signing again replaces the
   * signature.
   */
  @Transactional
  public void sign(String censusId, String part, String user, Instant at, String remark) {
    long run = run(censusId);
    jdbc.sql("delete from cross_check_signature where run_id = ? and part = ?")
        .params(run, part)
        .update();
    jdbc.sql(
            "insert into cross_check_signature (run_id, part, signed_by, signed_at, remark) values (?, ?, ?, ?, ?)")
        .params(run, part, user, Moments.at(at == null ? clock.instant() : at), remark)
        .update();
  }

  public List<Signature> signatures(String censusId) {
    return jdbc.sql(
            """
            select part, signed_by, signed_at, remark from cross_check_signature
             where run_id = ? order by signed_at, part
            """)
        .param(run(censusId))
        .query(
            (row, n) ->
                new Signature(
                    row.getString("part"),
                    row.getString("signed_by"),
                    row.getTimestamp("signed_at").toInstant(),
                    row.getString("remark")))
        .list();
  }

  @Transactional
  public void keepReport(String censusId, Report report) {
    long run = run(censusId);
    jdbc.sql("delete from cross_check_report where run_id = ?").param(run).update();
    jdbc.sql(
            "insert into cross_check_report (run_id, content, drafted_by, override_reason) values (?, ?, ?, ?)")
        .params(run, report.content(), report.draftedBy(), report.overrideReason())
        .update();
  }

  public Optional<Report> report(String censusId) {
    return jdbc.sql(
            "select content, drafted_by, override_reason from cross_check_report where run_id = ?")
        .param(run(censusId))
        .query(Report.class)
        .optional();
  }

  private long run(String censusId) {
    return figures
        .latestRun(censusId)
        .orElseThrow(() -> new IllegalStateException("Nothing has been compared in " + censusId));
  }
}
