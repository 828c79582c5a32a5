package org.censusflow.registration.answers;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Turns a result row of {@link Registrations} into a record. */
final class PersonMapping {

  private PersonMapping() {}

  static RegisteredPerson read(ResultSet row) throws SQLException {
    Date birth = row.getDate("birth_date");
    return new RegisteredPerson(
        row.getLong("id"),
        row.getInt("version"),
        "REMOVED".equals(row.getString("status")),
        row.getString("block_code"),
        row.getInt("household_no"),
        row.getString("address"),
        new Answers(
            row.getInt("line_no"),
            row.getString("name"),
            row.getString("relation"),
            row.getString("id_number"),
            row.getString("sex"),
            birth == null ? null : birth.toLocalDate(),
            row.getString("ethnicity"),
            row.getString("residence"),
            row.getString("hukou_place"),
            row.getString("form")));
  }
}
