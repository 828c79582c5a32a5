package org.censusflow.registration.field;

import org.censusflow.registration.answers.ListedNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers on the enumerators' lists. */
@Component
class CaseNumbers implements ListedNumbers {

  private final JdbcClient jdbc;

  CaseNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public int highest(String censusId, String block) {
    return jdbc.sql(
            "select coalesce(max(household_no), 0) from household_case where census_id = ? and block_code = ?")
        .params(censusId, block)
        .query(Integer.class)
        .single();
  }
}
