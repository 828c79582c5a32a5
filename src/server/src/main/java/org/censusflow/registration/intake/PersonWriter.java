package org.censusflow.registration.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.form.PersonAnswers;
import org.censusflow.registration.form.Violation;

/** Stores the persons and deaths of a chunk, with what the checks of each found. */
final class PersonWriter {

  static final List<String> PERSON =
      List.of("census_id", "household_id", "source_key", "source_hash", "current_version");
  static final List<String> PERSON_VERSION =
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

  private final IntakeTables tables;
  private final ChunkFrame frame;

  PersonWriter(IntakeTables tables, ChunkFrame frame) {
    this.tables = tables;
    this.frame = frame;
  }

  void write(List<CheckedRow> rows, Map<HouseholdKey, Long> households, List<Object[]> findings)
      throws SQLException {
    List<CheckedRow> persons = new ArrayList<>(rows.size());
    List<CheckedRow> deaths = new ArrayList<>();
    for (CheckedRow row : rows) {
      (row.isDeath() ? deaths : persons).add(row);
    }
    writePersons(persons, households, findings);
    writeDeaths(deaths, households, findings);
  }

  private void writePersons(
      List<CheckedRow> rows, Map<HouseholdKey, Long> households, List<Object[]> findings)
      throws SQLException {
    List<Object[]> persons = new ArrayList<>(rows.size());
    for (CheckedRow row : rows) {
      persons.add(
          new Object[] {frame.censusId(), households.get(row.place()), row.key(), row.hash(), 1});
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
            frame.actor(),
            frame.now()
          });
      for (Violation violation : row.found()) {
        findings.add(frame.finding(households.get(row.place()), ids[i], violation));
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
            frame.censusId(),
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
            frame.actor(),
            frame.now()
          });
      row.found().forEach(violation -> findings.add(frame.finding(household, null, violation)));
    }
    tables.insert("death_report", DEATH, deaths);
  }
}
