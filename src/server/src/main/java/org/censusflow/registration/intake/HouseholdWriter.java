package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.HouseholdAnswers;
import org.censusflow.registration.form.PersonAnswers;
import org.censusflow.registration.form.Violation;

/** Stores the households of a chunk with their own answers, and checks each as a whole. */
final class HouseholdWriter {

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
  private final Connection connection;
  private final IntakeTables tables;
  private final FormReader reader;
  private final FormCatalogue catalogue;
  private final ChunkFrame frame;

  HouseholdWriter(
      Connection connection,
      IntakeTables tables,
      FormReader reader,
      FormCatalogue catalogue,
      ChunkFrame frame) {
    this.connection = connection;
    this.tables = tables;
    this.reader = reader;
    this.catalogue = catalogue;
    this.frame = frame;
  }

  /**
   * @param runs rows of one household each
   * @param findings takes what the checks find
   * @return the households' ids
   */
  Map<HouseholdKey, Long> write(
      List<List<CheckedRow>> runs, List<Object[]> findings, ChunkWriter.Outcome outcome)
      throws SQLException {
    Set<HouseholdKey> places = new LinkedHashSet<>();
    runs.forEach(run -> places.add(run.get(0).place()));
    tables.takeTurns(
        frame.censusId(), places.stream().map(HouseholdKey::block).collect(Collectors.toSet()));
    Map<HouseholdKey, IntakeTables.Household> known = tables.households(frame.censusId(), places);
    Map<HouseholdKey, Long> ids = new HashMap<>();
    known.forEach((place, household) -> ids.put(place, household.id()));

    Map<HouseholdKey, List<CheckedRow>> first = new LinkedHashMap<>();
    Set<HouseholdKey> apart = new LinkedHashSet<>();
    for (List<CheckedRow> run : runs) {
      HouseholdKey place = run.get(0).place();
      IntakeTables.Household household = known.get(place);
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
      IntakeTables.Household before = known.get(one.getKey());
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
      frame.censusId(),
      row.place().block(),
      row.place().number(),
      row.address(),
      "ANSWERED",
      frame.answeredBy(),
      1
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
        update.setString(1, frame.answeredBy());
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
      id,
      version,
      form,
      head.filledIn(),
      head.householdItems(),
      head.confirmedBy(),
      frame.actor(),
      frame.now()
    };
  }

  /** The first row of a person; deaths do not speak for the household unless they are alone. */
  private static CheckedRow withHouseholdItems(List<CheckedRow> run) {
    return run.stream().filter(row -> !row.isDeath()).findFirst().orElse(run.get(0));
  }

  private void check(long id, List<CheckedRow> run, Boolean drawn, List<Object[]> findings) {
    CheckedRow head = withHouseholdItems(run);
    List<PersonAnswers> persons =
        run.stream().filter(row -> !row.isDeath()).map(CheckedRow::person).toList();
    HouseholdAnswers household =
        new HouseholdAnswers(head.person(), persons, run.size() - persons.size(), drawn);
    for (Violation violation : head.household()) {
      findings.add(frame.finding(id, null, violation));
    }
    for (Violation violation : reader.checker(head.filledIn()).check(household)) {
      findings.add(frame.finding(id, null, violation));
    }
  }
}
