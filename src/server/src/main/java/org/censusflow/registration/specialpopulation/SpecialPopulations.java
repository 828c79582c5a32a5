package org.censusflow.registration.specialpopulation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.censusflow.base.data.ListTable;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.base.data.ProcessRows;
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
  private final ProcessRows kinds;
  private final ListTable places;
  private final Clock clock;

  SpecialPopulations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.kinds = new ProcessRows(jdbc, "special_population");
    this.places = new ListTable(jdbc, "special_population_place", "process_key", "subdistrict");
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
   * @param parts persons by the parts of {@link PopulationKind#parts}
   * @param subdistricts keys of the subdistricts where there are any
   */
  public record Preparation(
      int places,
      int expected,
      Map<String, Integer> parts,
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
    kinds.open(
        processKey,
        Params.of("census_id", censusId)
            .and("district", district)
            .and("kind", responsibility.kind().key())
            .and("unit", responsibility.unit())
            .and("hand_over", responsibility.handOver())
            .and("census_form", responsibility.censusForm())
            .and("status", "STARTED")
            .and("started_at", clock.instant()));
  }

  @Transactional
  public void remind(String processKey) {
    kinds.remind(processKey);
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
            update special_population set status = 'PREPARED', unit_silent = false, places = :places,
                   expected = :expected, list_hand_over = :listHandOver, measures = :measures, prepared_by = :by
             where process_key = :key
            """)
        .paramSource(Params.of(preparation).and("by", by).and("key", processKey))
        .update();
    places.replace(processKey, preparation.subdistricts());
    jdbc.sql("delete from special_population_expected where process_key = ?")
        .param(processKey)
        .update();
    preparation
        .parts()
        .forEach(
            (part, persons) ->
                jdbc.sql(
                        "insert into special_population_expected (process_key, part, persons) values (?, ?, ?)")
                    .params(processKey, part, persons)
                    .update());
  }

  /** Subdistricts that the unit named; none before it did, or when it was silent. */
  public List<String> subdistricts(String processKey) {
    return places.of(processKey);
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
              (process_key, subdistrict, silent, registered, elsewhere, not_reached, places, note, reported_by,
               reported_at)
            values (:key, :subdistrict, :silent, :registered, :elsewhere, :notReached, :placesVisited, :note, :by, :now)
            """)
        .paramSource(
            Params.of(report)
                .and("key", processKey)
                .and("subdistrict", subdistrict)
                .and("silent", silent)
                .and("by", by)
                .and("now", clock.instant()))
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
        .params(finding, Moments.now(clock), processKey)
        .update();
  }
}
