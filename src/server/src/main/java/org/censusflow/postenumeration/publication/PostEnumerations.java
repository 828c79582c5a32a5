package org.censusflow.postenumeration.publication;

import java.time.Clock;
import java.util.List;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The file of a census's work after the count. */
@Component
public class PostEnumerations {

  private final JdbcClient jdbc;
  private final ProcessRows works;
  private final Clock clock;

  PostEnumerations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.works = new ProcessRows(jdbc, "post_enumeration");
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
    works.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("households", counts.households())
            .and("persons_here", counts.here())
            .and("persons_corrected", counts.corrected())
            .and("opened_at", clock.instant()));
  }

  @Transactional
  public void remind(String processKey) {
    works.remind(processKey);
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
            values (:key, :subdistrict, :round, :agrees, :reason, :by, :now)
            """)
        .paramSource(
            Params.of(answer)
                .and("key", processKey)
                .and("round", round)
                .and("now", clock.instant()))
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
            update post_enumeration set coding_due = :due, coding_done = :done, coding_checked = :checked,
                   faults_left = :faultsLeft, processing_source = :source, processing_note = :note,
                   processed_by = :by, confirmed_by = :confirmedBy, confirmed_at = :now
             where process_key = :key
            """)
        .paramSource(
            Params.of(processing)
                .and("confirmedBy", confirmedBy)
                .and("now", clock.instant())
                .and("key", processKey))
        .update();
  }

  @Transactional
  public void close(String processKey, Catalogue catalogue, Summary summary) {
    jdbc.sql(
            """
            update post_enumeration set volumes_permanent = :permanent, volumes_summary = :summary,
                   volumes_personal = :personal, paper_forms = :paperForms, catalogue_number = :number,
                   summary = :text, commended_units = :commendedUnits, commended_staff = :commendedStaff,
                   commendation_basis = :basis, decided_by = :decidedBy, closed_at = :now
             where process_key = :key
            """)
        .paramSource(
            Params.of(catalogue).and(summary).and("now", clock.instant()).and("key", processKey))
        .update();
  }
}
