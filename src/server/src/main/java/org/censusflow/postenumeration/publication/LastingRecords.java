package org.censusflow.postenumeration.publication;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is taken down of personal records before they go, and identifies nobody. */
@Component
class LastingRecords {

  private final JdbcClient jdbc;

  LastingRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps who provided how many records when, and how many differences there were; once. */
  void keep(String censusId) {
    keepTransfers(censusId);
    keepDifferences(censusId);
  }

  private void keepTransfers(String censusId) {
    jdbc.sql(
            """
            insert into transfer_record (delivery_id, census_id, request_id, unit, supply, status, row_count,
                   accepted_count, rejected_count, as_of, sha256, sender, received_at)
            select d.id, q.census_id, q.id, q.unit, q.supply, d.status, d.row_count, d.accepted_count,
                   d.rejected_count, d.as_of, d.sha256, d.sender, d.received_at
              from delivery d join record_request q on q.id = d.request_id
             where q.census_id = ?
               and not exists (select 1 from transfer_record t where t.delivery_id = d.id)
            """)
        .param(censusId)
        .update();
  }

  private void keepDifferences(String censusId) {
    jdbc.sql(
            """
            insert into difference_tally (census_id, class_code, outcome, status, amount)
            select census_id, class_code, coalesce(outcome, ''), status, count(*) from difference
             where census_id = ?
               and not exists (select 1 from difference_tally t where t.census_id = difference.census_id)
             group by census_id, class_code, coalesce(outcome, ''), status
            """)
        .param(censusId)
        .update();
  }
}
