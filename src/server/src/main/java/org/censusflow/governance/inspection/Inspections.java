package org.censusflow.governance.inspection;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.data.ListTable;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of inspections: who inspected which subdistrict when, and what they found. Two or
 * more people inspect (Statistics Law art. 38).
 */
@Component
public class Inspections {

  private final JdbcClient jdbc;
  private final ListTable inspectors;
  private final Clock clock;

  Inspections(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.inspectors = new ListTable(jdbc, "inspector", "inspection_id", "account");
    this.clock = clock;
  }

  /** Registers an inspection once per process instance and returns its number. */
  @Transactional
  public long plan(String district, String processKey, String kind, String title, String focus) {
    if (numbers(processKey).isEmpty()) {
      jdbc.sql(
              """
              insert into inspection (district, process_key, kind, title, focus, status, planned_at)
              values (?, ?, ?, ?, ?, 'PLANNED', ?)
              """)
          .params(district, processKey, kind, title, focus, Moments.now(clock))
          .update();
    }
    return number(processKey);
  }

  /**
   * @param inspectors accounts of those who inspect
   * @throws IllegalArgumentException when they are fewer than two
   */
  @Transactional
  public void name(String processKey, String subdistrict, List<String> inspectors, LocalDate on) {
    if (inspectors.stream().distinct().count() < 2) {
      throw new IllegalArgumentException("An inspection needs two inspectors");
    }
    jdbc.sql(
            """
            update inspection set status = 'NAMED', subdistrict = ?, inspected_on = ? where process_key = ?
            """)
        .params(subdistrict, Date.valueOf(on), processKey)
        .update();
    this.inspectors.replace(number(processKey), inspectors);
  }

  @Transactional
  public void remind(String processKey) {
    jdbc.sql("update inspection set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
  }

  /** Adds a finding to a record that is not signed yet; the same item twice is one finding. */
  @Transactional
  public void find(String processKey, InspectionFinding finding) {
    long inspection = number(processKey);
    jdbc.sql("delete from inspection_finding where inspection_id = ? and item = ?")
        .params(inspection, finding.item())
        .update();
    jdbc.sql(
            """
            insert into inspection_finding (inspection_id, item, kind, title, content, severity, deadline, refers)
            values (:inspection, :item, :kind, :title, :content, :severity, :deadline, :refers)
            """)
        .paramSource(Params.of(finding).and("inspection", inspection))
        .update();
  }

  /** Takes the findings out of a record that goes back unsigned. */
  @Transactional
  public void withdrawFindings(String processKey) {
    jdbc.sql("delete from inspection_finding where inspection_id = ?")
        .param(number(processKey))
        .update();
  }

  @Transactional
  public void conclude(
      String processKey, String record, String recordedBy, String countersignedBy) {
    jdbc.sql(
            """
            update inspection set status = 'CONCLUDED', record = ?, recorded_by = ?, countersigned_by = ?
             where process_key = ?
            """)
        .params(record, recordedBy, countersignedBy, processKey)
        .update();
  }

  @Transactional
  public void close(String processKey) {
    jdbc.sql("update inspection set status = 'CLOSED', closed_at = ? where process_key = ?")
        .params(Moments.now(clock), processKey)
        .update();
  }

  public List<InspectionFinding> findings(String processKey) {
    return jdbc.sql(
            "select %s from inspection_finding where inspection_id = ? order by item"
                .formatted(InspectionFinding.COLUMNS))
        .param(number(processKey))
        .query(InspectionFinding::read)
        .list();
  }

  private long number(String processKey) {
    return numbers(processKey).get(0);
  }

  private List<Long> numbers(String processKey) {
    return jdbc.sql("select id from inspection where process_key = ?")
        .param(processKey)
        .query(Long.class)
        .list();
  }
}
