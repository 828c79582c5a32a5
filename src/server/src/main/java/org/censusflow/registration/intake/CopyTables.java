package org.censusflow.registration.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** PostgreSQL: look-ups by array, rows by COPY, ids from the sequence in one question. */
final class CopyTables implements IntakeTables {

  private final Connection connection;

  CopyTables(Connection connection) {
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
            "select code from block where census_id = ? and code = any (?) order by code for no key update")) {
      query.setString(1, censusId);
      query.setArray(2, connection.createArrayOf("varchar", blocks.toArray()));
      query.executeQuery().close();
    }
  }

  @Override
  public Map<String, String> hashes(String table, String censusId, Collection<String> keys)
      throws SQLException {
    // One look-up in the index a key: a join would be planned on statistics of the empty table.
    String select =
        "select k.source_key, p.source_hash from unnest(?) k(source_key) cross join lateral (select source_hash from "
            + table
            + " where census_id = ? and source_key = k.source_key limit 1) p";
    Map<String, String> hashes = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(select)) {
      query.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
      query.setString(2, censusId);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          hashes.put(row.getString(1), Objects.toString(row.getString(2), ""));
        }
      }
    }
    return hashes;
  }

  @Override
  public Map<HouseholdKey, Household> households(String censusId, Collection<HouseholdKey> keys)
      throws SQLException {
    List<String> blocks = new ArrayList<>(keys.size());
    List<Integer> numbers = new ArrayList<>(keys.size());
    for (HouseholdKey key : keys) {
      blocks.add(key.block());
      numbers.add(key.number());
    }
    Map<HouseholdKey, Household> found = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select k.block_code, k.household_no, h.id, h.state, h.current_version,
                   (select f.chosen from long_form_frame f
                     where f.census_id = h.census_id and f.household_id = h.id)
              from unnest(?, ?) k(block_code, household_no)
             cross join lateral (select * from household
                                  where census_id = ? and block_code = k.block_code
                                    and household_no = k.household_no limit 1) h
            """)) {
      Array blockArray = connection.createArrayOf("varchar", blocks.toArray());
      Array numberArray = connection.createArrayOf("int4", numbers.toArray());
      query.setArray(1, blockArray);
      query.setArray(2, numberArray);
      query.setString(3, censusId);
      BatchTables.readHouseholds(query, found);
    }
    return found;
  }

  @Override
  public long[] insertWithIds(String table, List<String> columns, List<Object[]> rows)
      throws SQLException {
    long[] ids = ids(table, rows.size());
    List<String> all = new ArrayList<>(List.of("id"));
    all.addAll(columns);
    List<Object[]> numbered = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Object[] row = rows.get(i);
      Object[] more = new Object[row.length + 1];
      more[0] = ids[i];
      System.arraycopy(row, 0, more, 1, row.length);
      numbered.add(more);
    }
    insert(table, all, numbered);
    return ids;
  }

  private long[] ids(String table, int count) throws SQLException {
    long[] ids = new long[count];
    try (PreparedStatement query =
        connection.prepareStatement(
            // The sequence is looked up once and not again for every row.
            """
            with own as materialized (select cast(pg_get_serial_sequence(?, 'id') as regclass) as ids)
            select nextval(own.ids) from own, generate_series(1, ?)
            """)) {
      query.setString(1, table);
      query.setInt(2, count);
      try (ResultSet row = query.executeQuery()) {
        for (int i = 0; row.next(); i++) {
          ids[i] = row.getLong(1);
        }
      }
    }
    return ids;
  }

  @Override
  public void repeatable() throws SQLException {
    try (Statement setting = connection.createStatement()) {
      setting.execute("set local synchronous_commit = off");
    }
  }

  @Override
  public void settle(List<String> tables) throws SQLException {
    try (Statement analyze = connection.createStatement()) {
      analyze.execute("analyze " + String.join(", ", tables));
    }
  }
}
