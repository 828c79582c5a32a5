package org.censusflow.postenumeration.publication;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The file of a census's retention, from the archive's receipt to the filed certificate. */
@Component
public class Retentions {

  private final JdbcClient jdbc;
  private final Clock clock;

  Retentions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
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
    if (jdbc.sql("select count(*) from retention where process_key = ?")
            .param(processKey)
            .query(Integer.class)
            .single()
        == 0) {
      jdbc.sql(
              """
              insert into retention (process_key, census_id, district, status, opened_at)
              values (?, ?, ?, 'OPEN', ?)
              """)
          .params(processKey, censusId, district, Moments.now(clock))
          .update();
    }
  }

  @Transactional
  public void archive(String processKey, Archive archive) {
    jdbc.sql(
            """
            update retention set status = 'ARCHIVED', archive_name = ?, archive_receipt = ?, handed_over_on = ?,
                   volumes = ?, handed_over_by = ?, archive_checked_by = ?, retention_basis = ?, keep_ground = ?,
                   destroy_after = ?
             where process_key = ?
            """)
        .params(
            archive.name(),
            archive.receipt(),
            Date.valueOf(archive.on()),
            archive.volumes(),
            archive.handedOverBy(),
            archive.checkedBy(),
            archive.basis(),
            archive.ground(),
            Moments.at(archive.destroyAfter()),
            processKey)
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
    jdbc.sql("update retention set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
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
