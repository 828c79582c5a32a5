package org.censusflow.postenumeration.publication;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The file of a census's retention, from the archive's receipt to the filed certificate. */
@Component
public class Retentions {

  private final JdbcClient jdbc;
  private final ProcessRows files;
  private final Clock clock;

  Retentions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.files = new ProcessRows(jdbc, "retention");
    this.clock = clock;
  }

  /**
   * The hand-over to the archive, and until when what identifies people is kept.
   *
   * @param basis the law behind the period
   * @param ground why it is kept longer than the law asks; null when it is not
   */
  public record Archive(
      String name,
      String receipt,
      LocalDate on,
      int volumes,
      String handedOverBy,
      String checkedBy,
      String basis,
      String ground,
      Instant destroyAfter) {}

  /** What the office applied for. */
  public record Application(
      String copies, String method, int paperForms, String appliedBy, String approvedBy) {}

  /** Opens a file once per process instance. */
  @Transactional
  public void open(String processKey, String censusId, String district) {
    files.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("status", "OPEN")
            .and("opened_at", clock.instant()));
  }

  @Transactional
  public void archive(String processKey, Archive archive) {
    jdbc.sql(
            """
            update retention set status = 'ARCHIVED', archive_name = :name, archive_receipt = :receipt,
                   handed_over_on = :on, volumes = :volumes, handed_over_by = :handedOverBy,
                   archive_checked_by = :checkedBy, retention_basis = :basis, keep_ground = :ground,
                   destroy_after = :destroyAfter
             where process_key = :key
            """)
        .paramSource(Params.of(archive).and("key", processKey))
        .update();
  }

  @Transactional
  public void hold(String processKey, int openCases, LocalDate reviewOn, String ground, String by) {
    jdbc.sql(
            """
            insert into retention_hold (process_key, open_cases, review_on, ground, decided_by, decided_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(processKey, openCases, Date.valueOf(reviewOn), ground, by, Moments.now(clock))
        .update();
  }

  @Transactional
  public void remind(String processKey) {
    files.remind(processKey);
  }

  @Transactional
  public void apply(String processKey, Application application) {
    jdbc.sql(
            """
            update retention set status = 'APPLIED', copies_listed = ?, destruction_method = ?, paper_forms = ?,
                   applied_by = ?, approved_by = ?
             where process_key = ? and status in ('ARCHIVED', 'APPLIED', 'AUTHORISED')
            """)
        .params(
            application.copies(),
            application.method(),
            application.paperForms(),
            application.appliedBy(),
            application.approvedBy(),
            processKey)
        .update();
  }

  /** How many paper forms the office applied to destroy. */
  public int paperForms(String processKey) {
    return jdbc.sql("select coalesce(paper_forms, 0) from retention where process_key = ?")
        .param(processKey)
        .query(Integer.class)
        .single();
  }

  @Transactional
  public void close(
      String processKey, int paperDestroyed, String note, String filedAs, String filedBy) {
    jdbc.sql(
            """
            update retention set status = 'FILED', paper_destroyed = ?, copies_note = ?, filed_as = ?, filed_by = ?,
                   closed_at = ?
             where process_key = ?
            """)
        .params(paperDestroyed, note, filedAs, filedBy, Moments.now(clock), processKey)
        .update();
  }
}
