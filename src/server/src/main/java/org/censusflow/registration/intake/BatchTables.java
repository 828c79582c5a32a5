package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.censusflow.base.data.Moments;

/** Any database: one prepared statement again and again, in batches. */
final class BatchTables implements IntakeTables {

  private final Connection connection;

  BatchTables(Connection connection) {
    this.connection = connection;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void takeTurns(String censusId, Collection<String> blocks) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select code from block where census_id = ? and code = ? for update")) {
      for (String block : new TreeSet<>(blocks)) {
        query.setString(1, censusId);
        query.setString(2, block);
        query.executeQuery().close();
      }
    }
  }

  @Override
  public Map<String, String> hashes(String table, String censusId, Collection<String> keys)
      throws SQLException {
    Map<String, String> hashes = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select source_hash from " + table + " where census_id = ? and source_key = ?")) {
      for (String key : keys) {
        query.setString(1, censusId);
        query.setString(2, key);
        try (ResultSet row = query.executeQuery()) {
          if (row.next()) {
            hashes.put(key, Objects.toString(row.getString(1), ""));
          }
        }
      }
    }
    return hashes;
  }

  @Override
  public Map<HouseholdKey, Household> households(String censusId, Collection<HouseholdKey> keys)
      throws SQLException {
    Map<HouseholdKey, Household> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select h.block_code, h.household_no, h.id, h.state, h.current_version, f.chosen
              from household h
              left join long_form_frame f on f.census_id = h.census_id and f.household_id = h.id
             where h.census_id = ? and h.block_code = ? and h.household_no = ?
            """)) {
      for (HouseholdKey key : keys) {
        query.setString(1, censusId);
        query.setString(2, key.block());
        query.setInt(3, key.number());
        readHouseholds(query, found);
      }
    }
    return found;
  }

  static void readHouseholds(PreparedStatement query, Map<HouseholdKey, Household> found)
      throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.put(
            new HouseholdKey(row.getString(1), row.getInt(2)),
            new Household(
                row.getLong(3), row.getString(4), row.getInt(5), (Boolean) row.getObject(6)));
      }
    }
  }

  @Override
  public long[] insertWithIds(String table, List<String> columns, List<Object[]> rows)
      throws SQLException {
    long[] ids = new long[rows.size()];
    if (rows.isEmpty()) {
      return ids;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(statement(table, columns), new String[] {"id"})) {
      batch(insert, rows);
      try (ResultSet keys = insert.getGeneratedKeys()) {
        for (int i = 0; keys.next(); i++) {
          ids[i] = keys.getLong(1);
        }
      }
    }
    return ids;
  }

  private static String statement(String table, List<String> columns) {
    return "insert into "
        + table
        + " ("
        + String.join(", ", columns)
        + ") values ("
        + String.join(", ", Collections.nCopies(columns.size(), "?"))
        + ")";
  }

  private static void batch(PreparedStatement insert, List<Object[]> rows) throws SQLException {
    for (Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        insert.setObject(i + 1, row[i] instanceof Instant instant ? Moments.at(instant) : row[i]);
      }
      insert.addBatch();
    }
    insert.executeBatch();
  }
}
