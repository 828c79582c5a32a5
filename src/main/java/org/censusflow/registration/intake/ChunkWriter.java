package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.HouseholdAnswers;
import org.censusflow.registration.form.PersonAnswers;
import org.censusflow.registration.form.Violation;

/** Stores the rows of one chunk, or of one household that came by itself, in one transaction. */
final class ChunkWriter {

  private static final List<String> HOUSEHOLD =
      List.of(
          "census_id",
          "block_code",
          "household_no",
          "address",
          "state",
          "answered_by",
          "current_version");
  private static final List<String> HOUSEHOLD_VERSION =
      List.of(
          "household_id",
          "version",
          "form_number",
          "filled_in",
          "items",
          "confirmed_by",
          "made_by",
          "made_at");
  private static final List<String> PERSON =
      List.of("census_id", "household_id", "source_key", "source_hash", "current_version");
  private static final List<String> PERSON_VERSION =
      List.of(
          "person_id",
          "version",
          "status",
          "block_code",
          "line_no",
          "name",
          "relation",
          "id_number",
          "sex",
          "birth_date",
          "ethnicity",
          "residence",
          "hukou_place",
          "form",
          "items",
          "made_by",
          "made_at");
  private static final List<String> DEATH =
      List.of(
          "census_id",
          "household_id",
          "source_key",
          "source_hash",
          "name",
          "id_number",
          "sex",
          "birth_date",
          "death_date",
          "ethnicity",
          "items",
          "made_by",
          "made_at");
  static final List<String> FINDING =
      List.of("census_id", "household_id", "person_id", "check_id", "item");

  /** What became of the rows. */
  static final class Outcome {
    final Map<CheckedRow, String> rejects = new LinkedHashMap<>();
    final Set<Long> again = new LinkedHashSet<>();
    long accepted;
    long repeated;
    long queries;
    long lastHousehold;
  }

  private final Connection connection;
  private final Tables tables;
  private final RowReader reader;
  private final FormCatalogue catalogue;
  private final String censusId;
  private final String answeredBy;
  private final String actor;
  private final Instant now;

  ChunkWriter(
      Connection connection,
      RowReader reader,
      FormCatalogue catalogue,
      String censusId,
      String answeredBy,
      String actor,
      Instant now)
      throws SQLException {
    this.connection = connection;
    this.tables = Tables.on(connection);
    this.reader = reader;
    this.catalogue = catalogue;
    this.censusId = censusId;
    this.answeredBy = answeredBy;
    this.actor = actor;
    this.now = now;
  }

  Outcome write(Chunk chunk) throws SQLException {
    Outcome outcome = new Outcome();
    List<CheckedRow> kept = kept(chunk.rows(), outcome);
    List<List<CheckedRow>> runs = chunk.runs(kept);
    List<Object[]> findings = new ArrayList<>();
    Map<HouseholdKey, Long> households = writeHouseholds(runs, findings, outcome);
    List<CheckedRow> persons = new ArrayList<>(kept.size());
    List<CheckedRow> deaths = new ArrayList<>();
    for (CheckedRow row : kept) {
      (isDeath(row) ? deaths : persons).add(row);
    }
    writePersons(persons, households, findings);
    writeDeaths(deaths, households, findings);
    tables.insert("check_finding", FINDING, findings);
    outcome.accepted = kept.size();
    outcome.queries = findings.size();
    return outcome;
  }

  private static boolean isDeath(CheckedRow row) {
    return FormCatalogue.DEATH.equals(row.person().form());
  }

  /** Leaves out what is refused and what came before. */
  private List<CheckedRow> kept(List<CheckedRow> rows, Outcome outcome) throws SQLException {
    List<CheckedRow> readable = new ArrayList<>(rows.size());
    for (CheckedRow row : rows) {
      if (row.refused()) {
        outcome.rejects.put(row, row.reasons());
      } else {
        readable.add(row);
      }
    }
    List<String> keys = readable.stream().map(CheckedRow::key).toList();
    Map<String, Long> hashes = new HashMap<>(tables.hashes("person", censusId, keys));
    if (readable.stream().anyMatch(ChunkWriter::isDeath)) {
      hashes.putAll(tables.hashes("death_report", censusId, keys));
    }
    List<CheckedRow> fresh = new ArrayList<>(readable.size());
    for (CheckedRow row : readable) {
      Long before = hashes.putIfAbsent(row.key(), row.hash());
      if (before == null) {
        fresh.add(row);
      } else if (before == row.hash()) {
        outcome.repeated++;
      } else {
        outcome.rejects.put(row, CheckedRow.reasons(List.of(new Violation(Checks.CHANGED, null))));
      }
    }
    return fresh;
  }

  private Map<HouseholdKey, Long> writeHouseholds(
      List<List<CheckedRow>> runs, List<Object[]> findings, Outcome outcome) throws SQLException {
    Set<HouseholdKey> places = new LinkedHashSet<>();
    runs.forEach(run -> places.add(run.get(0).place()));
    Map<HouseholdKey, Tables.Household> known = tables.households(censusId, places);
    Map<HouseholdKey, Long> ids = new HashMap<>();
    known.forEach((place, household) -> ids.put(place, household.id()));

    Map<HouseholdKey, List<CheckedRow>> first = new LinkedHashMap<>();
    Set<HouseholdKey> apart = new LinkedHashSet<>();
    for (List<CheckedRow> run : runs) {
      HouseholdKey place = run.get(0).place();
      Tables.Household household = known.get(place);
      boolean answered = household != null && "ANSWERED".equals(household.state());
      if (answered || first.putIfAbsent(place, run) != null) {
        apart.add(place);
      }
    }
    List<HouseholdKey> added =
        first.keySet().stream().filter(place -> !known.containsKey(place)).toList();
    long[] addedIds =
        tables.insertWithIds(
            "household",
            HOUSEHOLD,
            added.stream().map(place -> household(first.get(place).get(0))).toList());
    for (int i = 0; i < addedIds.length; i++) {
      ids.put(added.get(i), addedIds[i]);
    }
    answered(first.keySet().stream().filter(known::containsKey).map(ids::get).toList());
    List<Object[]> versions = new ArrayList<>(first.size());
    for (Map.Entry<HouseholdKey, List<CheckedRow>> one : first.entrySet()) {
      Tables.Household before = known.get(one.getKey());
      long id = ids.get(one.getKey());
      versions.add(version(id, before == null ? 1 : before.version() + 1, one.getValue()));
      check(id, one.getValue(), before == null ? null : before.drawn(), findings);
      outcome.lastHousehold = id;
    }
    tables.insert("household_version", HOUSEHOLD_VERSION, versions);
    apart.forEach(place -> outcome.again.add(ids.get(place)));
    return ids;
  }

  private Object[] household(CheckedRow row) {
    return new Object[] {
      censusId, row.place().block(), row.place().number(), row.address(), "ANSWERED", answeredBy, 1
    };
  }

  /** Households that were listed before, or sent back to the field, have answered now. */
  private void answered(List<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update household set state = 'ANSWERED', answered_by = ?, current_version = current_version + 1
             where id = ?
            """)) {
      for (long id : ids) {
        update.setString(1, answeredBy);
        update.setLong(2, id);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private Object[] version(long id, int version, List<CheckedRow> run) {
    CheckedRow head = withHouseholdItems(run);
    String form = catalogue.form(head.person().form()).orElseThrow().number();
    return new Object[] {
      id, version, form, head.filledIn(), head.householdItems(), head.confirmedBy(), actor, now
    };
  }

  /** The first row of a person; deaths do not speak for the household unless they are alone. */
  private static CheckedRow withHouseholdItems(List<CheckedRow> run) {
    return run.stream().filter(row -> !isDeath(row)).findFirst().orElse(run.get(0));
  }

  private void check(long id, List<CheckedRow> run, Boolean drawn, List<Object[]> findings) {
    CheckedRow head = withHouseholdItems(run);
    List<PersonAnswers> persons =
        run.stream().filter(row -> !isDeath(row)).map(CheckedRow::person).toList();
    HouseholdAnswers household =
        new HouseholdAnswers(head.person(), persons, run.size() - persons.size(), drawn);
    for (Violation violation : head.household()) {
      findings.add(finding(id, null, violation));
    }
    for (Violation violation : reader.checker(head.filledIn()).check(household)) {
      findings.add(finding(id, null, violation));
    }
  }

  private Object[] finding(long household, Long person, Violation violation) {
    return new Object[] {censusId, household, person, violation.check().id(), violation.about()};
  }

  private void writePersons(
      List<CheckedRow> rows, Map<HouseholdKey, Long> households, List<Object[]> findings)
      throws SQLException {
    List<Object[]> persons = new ArrayList<>(rows.size());
    for (CheckedRow row : rows) {
      persons.add(new Object[] {censusId, households.get(row.place()), row.key(), row.hash(), 1});
    }
    long[] ids = tables.insertWithIds("person", PERSON, persons);
    List<Object[]> versions = new ArrayList<>(rows.size());
    for (int i = 0; i < ids.length; i++) {
      CheckedRow row = rows.get(i);
      PersonAnswers a = row.person();
      versions.add(
          new Object[] {
            ids[i],
            1,
            "REGISTERED",
            row.place().block(),
            row.lineNo(),
            a.get("name"),
            a.get("relation"),
            a.get("id_number"),
            a.get("sex"),
            a.birth(),
            a.get("ethnicity"),
            a.get("residence"),
            a.get("hukou_place"),
            a.form(),
            row.items(),
            actor,
            now
          });
      for (Violation violation : row.found()) {
        findings.add(finding(households.get(row.place()), ids[i], violation));
      }
    }
    tables.insert("person_version", PERSON_VERSION, versions);
  }

  private void writeDeaths(
      List<CheckedRow> rows, Map<HouseholdKey, Long> households, List<Object[]> findings)
      throws SQLException {
    List<Object[]> deaths = new ArrayList<>(rows.size());
    for (CheckedRow row : rows) {
      PersonAnswers a = row.person();
      long household = households.get(row.place());
      deaths.add(
          new Object[] {
            censusId,
            household,
            row.key(),
            row.hash(),
            a.get("name"),
            a.get("id_number"),
            a.get("sex"),
            a.birth(),
            a.death(),
            a.get("ethnicity"),
            row.items(),
            actor,
            now
          });
      row.found().forEach(violation -> findings.add(finding(household, null, violation)));
    }
    tables.insert("death_report", DEATH, deaths);
  }
}
