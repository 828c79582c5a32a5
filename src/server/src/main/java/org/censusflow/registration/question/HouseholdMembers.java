package org.censusflow.registration.question;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a household by its number, and whom a question to it may be about. */
@Component
class HouseholdMembers {

  private final JdbcClient jdbc;

  HouseholdMembers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Member(long personId, String name) {}

  /**
   * @throws QuestionRefused when the block has no such household
   */
  long household(String censusId, String block, int householdNo) {
    return jdbc.sql(
            "select id from household where census_id = ? and block_code = ? and household_no = ?")
        .params(censusId, block, householdNo)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new QuestionRefused("CF-E831 没有这一户。"));
  }

  /** Who is registered in the household now, in the order of the form's lines. */
  List<Member> of(long household) {
    return jdbc.sql(
            """
            select p.id as person_id, v.name from person p
              join person_version v on v.person_id = p.id and v.version = p.current_version
             where p.household_id = ? and v.status = 'REGISTERED' order by v.line_no, p.id
            """)
        .param(household)
        .query(Member.class)
        .list();
  }
}
