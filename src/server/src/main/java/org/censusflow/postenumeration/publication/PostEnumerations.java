package org.censusflow.postenumeration.publication;

import java.time.Clock;
import java.util.List;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The file of a census's work after the count. */
@Component
public class PostEnumerations {

  private final JdbcClient jdbc;
  private final Clock clock;

  PostEnumerations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What came of coding industry and occupation and of reviewing the answers, as an officer entered
   * it.
   *
   * @param due persons to be coded
   * @param checked of the coded, persons whose codes somebody else checked
   * @param faultsLeft records that did not pass the review
   */
  public record Processing(
      int due, int done, int checked, int faultsLeft, String source, String note, String by) {}

  /** A subdistrict's answer to its figures. */
  public record Answer(String subdistrict, boolean agrees, String reason, String by) {}

  /** Volumes by how long they are kept, and paper forms. */
  public record Catalogue(
      int permanent, int summary, int personal, int paperForms, String number) {}

  /** The summary of the work, and how many are commended; who they are stands elsewhere. */
  public record Summary(
      String text, int commendedUnits, int commendedStaff, String basis, String decidedBy) {}

  /** Opens a file once per process instance, with what the registrations count. */
  @Transactional
  public void open(
      String processKey, String censusId, String district, CensusCounts.Counts counts) {
    if (jdbc.sql("select count(*) from post_enumeration where process_key = ?")
            .param(processKey)
            .query(Integer.class)
            .single()
        == 0) {
      jdbc.sql(
              """
              insert into post_enumeration (process_key, census_id, district, households, persons_here,
                     persons_corrected, opened_at)
              values (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              processKey,
              censusId,
              district,
              counts.households(),
              counts.here(),
              counts.corrected(),
              Moments.now(clock))
          .update();
    }
  }

  @Transactional
  public void remind(String processKey) {
    jdbc.sql("update post_enumeration set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
  }

  /** Keeps an answer; the same subdistrict in the same round answers once. */
  @Transactional
  public void answer(String processKey, int round, Answer answer) {
    jdbc.sql(
            "delete from subdistrict_figure where process_key = ? and subdistrict = ? and round = ?")
        .params(processKey, answer.subdistrict(), round)
        .update();
    jdbc.sql(
            """
            insert into subdistrict_figure (process_key, subdistrict, round, agrees, reason, answered_by, answered_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            processKey,
            answer.subdistrict(),
            round,
            answer.agrees(),
            answer.reason(),
            answer.by(),
            Moments.now(clock))
        .update();
  }

  public List<Answer> answers(String processKey, int round) {
    return jdbc.sql(
            """
            select subdistrict, agrees, reason, answered_by as by_whom from subdistrict_figure
             where process_key = ? and round = ? order by subdistrict
            """)
        .params(processKey, round)
        .query(
            (row, n) ->
                new Answer(
                    row.getString("subdistrict"),
                    row.getBoolean("agrees"),
                    row.getString("reason"),
                    row.getString("by_whom")))
        .list();
  }

  @Transactional
  public void confirm(String processKey, Processing processing, String confirmedBy) {
    jdbc.sql(
            """
            update post_enumeration set coding_due = ?, coding_done = ?, coding_checked = ?, faults_left = ?,
                   processing_source = ?, processing_note = ?, processed_by = ?, confirmed_by = ?, confirmed_at = ?
             where process_key = ?
            """)
        .params(
            processing.due(),
            processing.done(),
            processing.checked(),
            processing.faultsLeft(),
            processing.source(),
            processing.note(),
            processing.by(),
            confirmedBy,
            Moments.now(clock),
            processKey)
        .update();
  }

  @Transactional
  public void close(String processKey, Catalogue catalogue, Summary summary) {
    jdbc.sql(
            """
            update post_enumeration set volumes_permanent = ?, volumes_summary = ?, volumes_personal = ?,
                   paper_forms = ?, catalogue_number = ?, summary = ?, commended_units = ?, commended_staff = ?,
                   commendation_basis = ?, decided_by = ?, closed_at = ?
             where process_key = ?
            """)
        .params(
            catalogue.permanent(),
            catalogue.summary(),
            catalogue.personal(),
            catalogue.paperForms(),
            catalogue.number(),
            summary.text(),
            summary.commendedUnits(),
            summary.commendedStaff(),
            summary.basis(),
            summary.decidedBy(),
            Moments.now(clock),
            processKey)
        .update();
  }
}
