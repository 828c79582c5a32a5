package org.censusflow.registration.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.registration.form.FormCatalogue;

/**
 * Households whose rows came in several places of a file, or of several files: they are whole, and
 * can be checked as a whole, only when all rows are in.
 */
final class ApartHouseholds {

  private static final int AT_ONCE = 2_000;

  private final Connection connection;
  private final FormCatalogue catalogue;
  private final IntakeJob job;

  ApartHouseholds(Connection connection, FormCatalogue catalogue, IntakeJob job) {
    this.connection = connection;
    this.catalogue = catalogue;
    this.job = job;
  }

  /** Checks all of them, some at a time. */
  void check() throws SQLException {
    HouseholdCheck check =
        new HouseholdCheck(
            connection, catalogue, IntakeFrame.reference(connection, job.censusId()));
    List<Long> some = next();
    if (!some.isEmpty()) {
      IntakeTables.on(connection)
          .settle(
              List.of(
                  "household", "household_version", "person", "person_version", "check_finding"));
    }
    while (!some.isEmpty()) {
      check.check(some, false);
      try (PreparedStatement forget =
          connection.prepareStatement(
              "delete from intake_recheck where job_id = ? and household_id between ? and ?")) {
        forget.setLong(1, job.id());
        forget.setLong(2, some.get(0));
        forget.setLong(3, some.get(some.size() - 1));
        forget.executeUpdate();
      }
      connection.commit();
      some = next();
    }
  }

  private List<Long> next() throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select distinct household_id from intake_recheck where job_id = ? order by household_id limit "
                + AT_ONCE)) {
      query.setLong(1, job.id());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
    }
    return ids;
  }
}
