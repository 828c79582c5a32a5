package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.Item;

/**
 * What rows are held against besides their forms.
 *
 * @param reference day of the reference time
 * @param filledIn day on which forms were filled in that do not say it themselves
 * @param blocks codes of the blocks that rows may name
 * @param hashed everything that a row can say, in a fixed order
 */
record IntakeFrame(
    String censusId,
    LocalDate reference,
    LocalDate filledIn,
    LocalDate today,
    Set<String> blocks,
    List<String> hashed) {

  static List<String> hashed(FormCatalogue catalogue) {
    return Stream.of(
            Stream.of(Layout.BLOCK, Layout.HOUSEHOLD, Layout.LINE, Layout.ADDRESS, Layout.FORM),
            catalogue.householdItems().stream().map(Item::key),
            catalogue.personItems().stream().map(Item::key))
        .flatMap(keys -> keys)
        .toList();
  }

  /** Reads the frame of a whole census as it stands today. */
  static IntakeFrame read(
      Connection connection,
      FormCatalogue catalogue,
      String censusId,
      LocalDate filledIn,
      LocalDate today)
      throws SQLException {
    Set<String> blocks = blocks(connection, "", censusId);
    return new IntakeFrame(
        censusId, reference(connection, censusId), filledIn, today, blocks, hashed(catalogue));
  }

  /** Reads what the rows of one block are held against. */
  static IntakeFrame ofBlock(
      Connection connection,
      FormCatalogue catalogue,
      String censusId,
      String block,
      LocalDate filledIn,
      LocalDate today)
      throws SQLException {
    Set<String> blocks = blocks(connection, " and code = ?", censusId, block);
    return new IntakeFrame(
        censusId, reference(connection, censusId), filledIn, today, blocks, hashed(catalogue));
  }

  private static Set<String> blocks(Connection connection, String more, String... values)
      throws SQLException {
    Set<String> blocks = new HashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select code from block where census_id = ? and retired_at is null" + more)) {
      for (int i = 0; i < values.length; i++) {
        query.setString(i + 1, values[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          blocks.add(row.getString(1));
        }
      }
    }
    return blocks;
  }

  /** The day of the reference time, by the clock of the whole country. */
  static LocalDate reference(Connection connection, String censusId) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select reference_time from census where id = ?")) {
      query.setString(1, censusId);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new IllegalArgumentException("No census with the id " + censusId);
        }
        return row.getTimestamp(1).toInstant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
      }
    }
  }
}
