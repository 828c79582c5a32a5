package org.censusflow.registration.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.Content;
import org.censusflow.files.FileSurvey;
import org.censusflow.files.FileTable;
import org.censusflow.files.Notes;

/**
 * The rival of a measurement: the same rows into the same tables without any check, look-up,
 * checkpoint or report.
 */
public final class PlainLoad {

  /** How rows reach the database. */
  public enum Way {
    BATCH,
    COPY
  }

  private final Connection connection;
  private final IntakeTables tables;
  private final String censusId;

  public PlainLoad(Connection connection, Way way, String censusId) {
    this.connection = connection;
    this.tables = way == Way.COPY ? new CopyTables(connection) : new BatchTables(connection);
    this.censusId = censusId;
  }

  /** Loads a file with the columns of the sample; returns the number of rows. */
  public long load(Path csv) throws IOException, SQLException {
    connection.setAutoCommit(false);
    Map<HouseholdKey, Long> households = new HashMap<>();
    long rows = 0;
    Content content = Content.of(csv);
    FileSurvey survey = FileSurvey.of(content, null);
    try (FileTable table = FileTable.open(content, survey, ColumnNames.ANY, new Notes())) {
      List<List<String>> some = new ArrayList<>(Chunk.ROWS);
      while (table.next()) {
        some.add(table.cells());
        if (some.size() == Chunk.ROWS) {
          rows += store(some, households);
          some.clear();
        }
      }
      rows += store(some, households);
    }
    return rows;
  }

  private int store(List<List<String>> rows, Map<HouseholdKey, Long> households)
      throws SQLException {
    List<HouseholdKey> added = new ArrayList<>();
    List<Object[]> addedRows = new ArrayList<>();
    for (List<String> row : rows) {
      HouseholdKey key = key(row);
      if (households.putIfAbsent(key, 0L) == null) {
        added.add(key);
        addedRows.add(new Object[] {censusId, key.block(), key.number(), row.get(12)});
      }
    }
    long[] ids =
        tables.insertWithIds(
            "household", List.of("census_id", "block_code", "household_no", "address"), addedRows);
    for (int i = 0; i < ids.length; i++) {
      households.put(added.get(i), ids[i]);
    }
    persons(rows, households);
    connection.commit();
    return rows.size();
  }

  private void persons(List<List<String>> rows, Map<HouseholdKey, Long> households)
      throws SQLException {
    List<Object[]> persons = new ArrayList<>(rows.size());
    for (List<String> row : rows) {
      persons.add(new Object[] {censusId, households.get(key(row)), row.get(0), null, 1});
    }
    long[] ids = tables.insertWithIds("person", PersonWriter.PERSON, persons);
    List<Object[]> versions = new ArrayList<>(rows.size());
    Instant now = Instant.EPOCH;
    for (int i = 0; i < ids.length; i++) {
      List<String> r = rows.get(i);
      versions.add(
          new Object[] {
            ids[i],
            1,
            "REGISTERED",
            r.get(1),
            Integer.valueOf(r.get(3)),
            r.get(4),
            r.get(5),
            r.get(6),
            r.get(7),
            LocalDate.parse(r.get(8)),
            r.get(9),
            r.get(10),
            r.get(11),
            r.get(13),
            null,
            "bench",
            now
          });
    }
    tables.insert("person_version", PersonWriter.PERSON_VERSION, versions);
  }

  private static HouseholdKey key(List<String> row) {
    return new HouseholdKey(row.get(1), Integer.parseInt(row.get(2)));
  }
}
