package org.censusflow.registration.specialpopulation;

import java.time.Clock;
import java.util.Optional;
import org.censusflow.base.data.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the armed forces count themselves: figures without names, under a document's number. */
@Component
public class MilitaryCounts {

  private final JdbcClient jdbc;
  private final Clock clock;

  MilitaryCounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What the armed forces report, in persons. */
  public record MilitaryCount(
      int serving,
      int others,
      int male,
      int female,
      int outside,
      String documentNumber,
      String note) {}

  /** Keeps the armed forces' counts in place of their earlier ones. */
  @Transactional
  public void report(String processKey, String censusId, MilitaryCount count, String by) {
    jdbc.sql("delete from military_count where process_key = ?").param(processKey).update();
    jdbc.sql(
            """
            insert into military_count (process_key, census_id, serving, others, male, female, outside,
              document_number, note, reported_by, reported_at)
            values (:key, :census, :serving, :others, :male, :female, :outside, :documentNumber, :note, :by, :now)
            """)
        .paramSource(
            Params.of(count)
                .and("key", processKey)
                .and("census", censusId)
                .and("by", by)
                .and("now", clock.instant()))
        .update();
    jdbc.sql(
            """
            update special_population set status = 'PREPARED', unit_silent = false, expected = ?
             where process_key = ?
            """)
        .params(count.serving() + count.others(), processKey)
        .update();
  }

  /**
   * The armed forces' counts, to be added to the census's totals; they are in no row.
   *
   * @return empty when none have come
   */
  public Optional<MilitaryCount> of(String censusId) {
    return jdbc.sql(
            """
            select serving, others, male, female, outside, document_number, note
              from military_count where census_id = ? order by reported_at desc limit 1
            """)
        .param(censusId)
        .query(MilitaryCount.class)
        .optional();
  }
}
