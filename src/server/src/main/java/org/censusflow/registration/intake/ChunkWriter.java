package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.Violation;

/** Stores the rows of one chunk, or of one household that came by itself, in one transaction. */
final class ChunkWriter {

  /** What became of the rows. */
  static final class Outcome {
    final Map<CheckedRow, String> rejects = new LinkedHashMap<>();
    final Set<Long> again = new LinkedHashSet<>();
    long accepted;
    long repeated;
    long queries;
    long lastHousehold;
  }

  private final IntakeTables tables;
  private final ChunkFrame frame;
  private final HouseholdWriter households;
  private final PersonWriter persons;

  ChunkWriter(Connection connection, FormReader reader, FormCatalogue catalogue, ChunkFrame frame)
      throws SQLException {
    this.tables = IntakeTables.on(connection);
    this.frame = frame;
    this.households = new HouseholdWriter(connection, tables, reader, catalogue, frame);
    this.persons = new PersonWriter(tables, frame);
  }

  Outcome write(Chunk chunk) throws SQLException {
    Outcome outcome = new Outcome();
    List<CheckedRow> kept = kept(chunk.rows(), outcome);
    List<Object[]> findings = new ArrayList<>();
    Map<HouseholdKey, Long> ids = households.write(chunk.runs(kept), findings, outcome);
    persons.write(kept, ids, findings);
    tables.insert("check_finding", ChunkFrame.FINDING, findings);
    outcome.accepted = kept.size();
    outcome.queries = findings.size();
    return outcome;
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
    Map<String, String> hashes = new HashMap<>(tables.hashes("person", frame.censusId(), keys));
    if (readable.stream().anyMatch(CheckedRow::isDeath)) {
      hashes.putAll(tables.hashes("death_report", frame.censusId(), keys));
    }
    List<CheckedRow> fresh = new ArrayList<>(readable.size());
    for (CheckedRow row : readable) {
      String before = hashes.putIfAbsent(row.key(), row.hash());
      if (before == null) {
        fresh.add(row);
      } else if (before.equals(row.hash())) {
        outcome.repeated++;
      } else {
        outcome.rejects.put(row, CheckedRow.reasons(List.of(new Violation(Checks.CHANGED, null))));
      }
    }
    return fresh;
  }
}
