package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.censusflow.files.BulkRows;

/**
 * How many rows are looked up and stored at once within one transaction. Values are strings,
 * numbers, booleans, {@code LocalDate} and {@code Instant}.
 */
interface IntakeTables {

  /**
   * A household that is in the database.
   *
   * @param state {@code LISTED}, {@code SELF}, {@code ANSWERED} or {@code TO_VISIT}
   * @param version of its own answers; 0 when there are none
   * @param drawn whether it answers the long form; null when the draw did not see it
   */
  record Household(long id, String state, int version, Boolean drawn) {}

  /**
   * Takes the blocks' rows for this transaction, in the order of their codes; see {@link Turns}.
   * Rows that only refer to a block may come meanwhile.
   */
  void takeTurns(String censusId, Collection<String> blocks) throws SQLException;

  /** The hash of each row that is there, by its key; empty for a row that came without one. */
  Map<String, String> hashes(String table, String censusId, Collection<String> keys)
      throws SQLException;

  Map<HouseholdKey, Household> households(String censusId, Collection<HouseholdKey> keys)
      throws SQLException;

  /** Stores rows and returns their ids in the same order. */
  long[] insertWithIds(String table, List<String> columns, List<Object[]> rows) throws SQLException;

  /** Stores rows that have no ids of their own. */
  default void insert(String table, List<String> columns, List<Object[]> rows) throws SQLException {
    BulkRows.write(connection(), table + " (" + String.join(", ", columns) + ")", rows);
  }

  Connection connection();

  /**
   * Says that this transaction may be done again when the database loses its last moments, so that
   * nobody waits until it stands on the disk; the next one without this waits for it too.
   */
  default void repeatable() throws SQLException {}

  /** After many rows: lets the database look at its tables before it plans what reads them. */
  default void settle(List<String> tables) throws SQLException {}

  /** PostgreSQL's COPY where it is PostgreSQL, batches elsewhere. */
  static IntakeTables on(Connection connection) throws SQLException {
    return connection.isWrapperFor(org.postgresql.PGConnection.class)
        ? new CopyTables(connection)
        : new BatchTables(connection);
  }
}
