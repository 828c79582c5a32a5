package org.censusflow.crosscheck.delivery;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes rows in batches, on any database. */
final class BatchSink implements RowSink {

  private static final int BATCH = 1_000;

  private static final String INSERT =
      """
      insert into register_row (delivery_id, line, record_id, name, id_number, sex, birth_date, ethnicity, address,
          event_date, household_no, related_name, related_id, organisation, organisation_address, status, boarding,
          relation)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate template;
  private final List<Object[]> rows = new ArrayList<>(BATCH);

  BatchSink(JdbcTemplate template) {
    this.template = template;
  }

  @Override
  public void add(RegisterRow row) {
    rows.add(
        new Object[] {
          row.deliveryId(),
          row.line(),
          row.recordId(),
          row.name(),
          row.idNumber(),
          row.sex(),
          row.birthDate(),
          row.ethnicity(),
          row.address(),
          row.eventDate(),
          row.householdNo(),
          row.relatedName(),
          row.relatedId(),
          row.organisation(),
          row.organisationAddress(),
          row.status(),
          row.boarding(),
          row.relation()
        });
    if (rows.size() == BATCH) {
      flush();
    }
  }

  @Override
  public void flush() {
    template.batchUpdate(INSERT, rows);
    rows.clear();
  }

  @Override
  public void cancel() {
    rows.clear();
  }
}
