package org.censusflow.registration.specialpopulation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.censusflow.base.districtfile.CarriesClauses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What responsible units and subdistricts reported of each special population, as counts. */
@CarriesClauses(
    value = {"H1.20a"},
    shownBy = "SpecialPopulationTests")
@Component
public class SpecialPopulations {

  private final JdbcClient jdbc;
  private final Clock clock;

  SpecialPopulations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Who answers for a kind, and how.
   *
   * @param unit key of the responsible unit; null when the census office itself is
   * @param handOver {@code counts} or {@code registration}
   * @param censusForm {@code short}, {@code foreign} or {@code none}
   */
  public record Responsibility(
      PopulationKind kind, String unit, String handOver, String censusForm) {}

  /**
   * What the responsible unit knows.
   *
   * @param parts persons by the parts of {@link PopulationKind#parts}, in their order
   * @param subdistricts keys of the subdistricts where there are any
   */
  public record Preparation(
      int places,
      int expected,
      List<Integer> parts,
      List<String> subdistricts,
      String listHandOver,
      String measures) {}

  /** What a subdistrict reports, in persons and places visited. */
  public record Report(
      int registered, int elsewhere, int notReached, int placesVisited, String note) {}

  /** Opens a kind, once per process instance. */
  @Transactional
  public void register(
      String processKey, String censusId, String district, Responsibility responsibility) {
    int rows =
        jdbc.sql("select count(*) from special_population where process_key = ?")
            .param(processKey)
            .query(Integer.class)
            .single();
    if (rows == 0) {
      jdbc.sql(
              """
              insert into special_population
                (process_key, census_id, district, kind, unit, hand_over, census_form, status, started_at)
              values (?, ?, ?, ?, ?, ?, ?, 'STARTED', ?)
              """)
          .params(
              processKey,
              censusId,
              district,
              responsibility.kind().key(),
              responsibility.unit(),
              responsibility.handOver(),
              responsibility.censusForm(),
              now())
          .update();
    }
  }

  @Transactional
  public void remind(String processKey) {
    jdbc.sql("update special_population set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
  }

  /** The unit let the time pass: on record, and the subdistricts go on without it. */
  @Transactional
  public void recordUnitSilence(String processKey) {
    jdbc.sql("update special_population set unit_silent = true where process_key = ?")
        .param(processKey)
        .update();
  }

  @Transactional
  public void prepare(String processKey, Preparation preparation, String by) {
    jdbc.sql(
            """
            update special_population set status = 'PREPARED', unit_silent = false, places = ?,
                   expected = ?, part_one = ?, part_two = ?, part_three = ?, subdistricts = ?,
                   list_hand_over = ?, measures = ?, prepared_by = ?
             where process_key = ?
            """)
        .params(
            preparation.places(),
            preparation.expected(),
            part(preparation, 0),
            part(preparation, 1),
            part(preparation, 2),
            String.join(",", preparation.subdistricts()),
            preparation.listHandOver(),
            preparation.measures(),
            by,
            processKey)
        .update();
  }

  private static Integer part(Preparation preparation, int index) {
    return index < preparation.parts().size() ? preparation.parts().get(index) : null;
  }

  /** Subdistricts that the unit named; none before it did, or when it was silent. */
  public List<String> subdistricts(String processKey) {
    String keys =
        jdbc.sql("select coalesce(subdistricts, '') from special_population where process_key = ?")
            .param(processKey)
            .query(String.class)
            .single();
    return keys.isEmpty() ? List.of() : Arrays.asList(keys.split(","));
  }

  /** Keeps a subdistrict's report in place of its earlier one. */
  @Transactional
  public void report(String processKey, String subdistrict, Report report, String by) {
    replacePart(processKey, subdistrict, false, report, by);
  }

  @Transactional
  public void recordSubdistrictSilence(String processKey, String subdistrict) {
    replacePart(processKey, subdistrict, true, new Report(0, 0, 0, 0, null), null);
  }

  private void replacePart(
      String processKey, String subdistrict, boolean silent, Report report, String by) {
    jdbc.sql("delete from special_population_part where process_key = ? and subdistrict = ?")
        .params(processKey, subdistrict)
        .update();
    jdbc.sql(
            """
            insert into special_population_part
              (process_key, subdistrict, silent, registered, elsewhere, not_reached, places, note,
               reported_by, reported_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            processKey,
            subdistrict,
            silent,
            report.registered(),
            report.elsewhere(),
            report.notReached(),
            report.placesVisited(),
            report.note(),
            by,
            now())
        .update();
  }

  /**
   * Closes a round of measuring.
   *
   * @param registrationLimit how many of them the registrations can hold at most; null when they
   *     are not in the rows or nothing is registered yet
   */
  @Transactional
  public void measure(String processKey, Integer registrationLimit) {
    jdbc.sql(
            """
            update special_population set status = 'MEASURED', registration_limit = ?,
                   rounds = rounds + 1
             where process_key = ?
            """)
        .params(registrationLimit, processKey)
        .update();
  }

  @Transactional
  public void decide(String processKey, String decision, String reason, String by) {
    jdbc.sql(
            """
            update special_population set decision = ?, decision_reason = ?, decided_by = ?
             where process_key = ?
            """)
        .params(decision, reason, by, processKey)
        .update();
  }

  @Transactional
  public void close(String processKey, String finding) {
    jdbc.sql(
            """
            update special_population set status = 'RECONCILED', finding = ?, closed_at = ?
             where process_key = ?
            """)
        .params(finding, now(), processKey)
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
