package org.censusflow.postenumeration.quality;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of quality checks that a higher office holds and the district helps with. */
@Component
public class QualityChecks {

  private final JdbcClient jdbc;
  private final ProcessRows checks;
  private final Clock clock;

  QualityChecks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.checks = new ProcessRows(jdbc, "quality_check");
    this.clock = clock;
  }

  /**
   * Where a sample comes from.
   *
   * @param level {@code national}, {@code provincial} or {@code municipal}
   * @param recordedBy account that wrote it down
   */
  public record Source(
      String level, String issuer, String document, LocalDate issuedOn, String recordedBy) {}

  /** What all sample blocks of a check come to. Counts; no share is made of them. */
  public record Totals(
      int blocks,
      int checkHouseholds,
      int checkPersons,
      int refusals,
      int censusPersons,
      int matched,
      int onlyCensus,
      int onlyCheck,
      int unresolved,
      int findings) {}

  /** Opens a check once per process instance. */
  @Transactional
  public void open(String processKey, String censusId, String district) {
    checks.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("status", "OPEN")
            .and("opened_at", clock.instant()));
  }

  /** The higher office drew no block of the district. */
  @Transactional
  public void recordNoSample(String processKey, Source source) {
    source(processKey, source, "NOT_SAMPLED", null);
    jdbc.sql("update quality_check set closed_at = ? where process_key = ?")
        .params(Moments.now(clock), processKey)
        .update();
  }

  /** Keeps the blocks that the higher office drew; naming them again replaces them. */
  @Transactional
  public void recordSample(String processKey, Source source, List<String> blocks, Instant dueAt) {
    source(processKey, source, "SAMPLED", dueAt);
    jdbc.sql("delete from sample_block where check_key = ?").param(processKey).update();
    for (String block : blocks) {
      jdbc.sql("insert into sample_block (check_key, block_code, status) values (?, ?, 'DRAWN')")
          .params(processKey, block)
          .update();
    }
  }

  private void source(String processKey, Source source, String status, Instant dueAt) {
    jdbc.sql(
            """
            update quality_check set status = :status, sample_level = :level, sample_issuer = :issuer,
                   sample_document = :document, sample_issued_on = :issuedOn, recorded_by = :recordedBy,
                   due_at = :dueAt
             where process_key = :key
            """)
        .paramSource(
            Params.of(source).and("status", status).and("dueAt", dueAt).and("key", processKey))
        .update();
  }

  /** Codes of the sample blocks. */
  public List<String> blocks(String processKey) {
    return codes(processKey, "");
  }

  /** Codes of the sample blocks that are not settled. */
  public List<String> openBlocks(String processKey) {
    return codes(processKey, "and status not in ('AGREED', 'SETTLED')");
  }

  private List<String> codes(String processKey, String which) {
    return jdbc.sql(
            "select block_code from sample_block where check_key = ? "
                + which
                + " order by block_code")
        .param(processKey)
        .query(String.class)
        .list();
  }

  public Totals totals(String processKey) {
    return jdbc.sql(
            """
            select count(*) as blocks, coalesce(sum(check_households), 0) as check_households,
                   coalesce(sum(check_persons), 0) as check_persons, coalesce(sum(refusals), 0) as refusals,
                   coalesce(sum(census_persons), 0) as census_persons, coalesce(sum(matched), 0) as matched,
                   coalesce(sum(only_census), 0) as only_census, coalesce(sum(only_check), 0) as only_check,
                   coalesce(sum(unresolved), 0) as unresolved,
                   (select count(*) from sample_finding f where f.check_key = ?) as findings
              from sample_block where check_key = ?
            """)
        .params(processKey, processKey)
        .query(Totals.class)
        .single();
  }

  /** Keeps the report as it was agreed and to whom it went. */
  @Transactional
  public void handOver(String processKey, Report report, String handedOverBy) {
    jdbc.sql(
            """
            update quality_check set status = 'HANDED_OVER', report = :text, drafted_by = :draftedBy,
                   reviewed_by = :reviewedBy, material_receiver = :receiver, material_number = :number,
                   material_on = :on, handed_over_by = :by, closed_at = :now
             where process_key = :key
            """)
        .paramSource(
            Params.of(report)
                .and("by", handedOverBy)
                .and("now", clock.instant())
                .and("key", processKey))
        .update();
  }

  /** The report on a check, and the number and day under which it went to the higher office. */
  public record Report(
      String text,
      String draftedBy,
      String reviewedBy,
      String receiver,
      String number,
      LocalDate on) {}
}
