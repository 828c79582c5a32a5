package org.censusflow.registration.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.censusflow.registration.form.Checks;
import org.censusflow.registration.form.Violation;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers that were kept as given although a check doubts them. */
@Component
class DoubtfulAnswers {

  private static final int LONGEST_REASON = 500;

  /** Without any question yet, or corrected since and in doubt again. */
  private static final String NOT_ASKED =
      """
      select f.household_id, f.person_id, f.check_id, f.item
        from check_finding f
        join household h on h.id = f.household_id
       where h.census_id = ? and h.block_code = ?
         and not exists (select 1 from household_question q
                          where q.household_id = f.household_id and q.state <> 'APPLIED'
                            and q.person_id is not distinct from f.person_id)
       order by h.household_no, f.person_id, f.id
      """;

  private final JdbcClient jdbc;

  DoubtfulAnswers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What checks doubt of one person, or of a household's own answers.
   *
   * @param personId null for the household's own
   */
  record Doubt(long householdId, Long personId, List<Violation> found) {

    String reason() {
      String text = found.stream().map(Violation::text).collect(Collectors.joining("；"));
      return text.substring(0, Math.min(text.length(), LONGEST_REASON));
    }

    String evidence() {
      return "登记审核 "
          + found.stream()
              .map(violation -> violation.check().id())
              .distinct()
              .collect(Collectors.joining("、"));
    }
  }

  private record About(long householdId, Long personId) {}

  List<Doubt> notAsked(String censusId, String block) {
    Map<About, List<Violation>> found = new LinkedHashMap<>();
    jdbc.sql(NOT_ASKED)
        .params(censusId, block)
        .query(
            (RowCallbackHandler)
                row ->
                    found
                        .computeIfAbsent(
                            new About(
                                row.getLong("household_id"),
                                row.getObject("person_id", Long.class)),
                            about -> new ArrayList<>())
                        .add(violation(row.getString("check_id"), row.getString("item"))));
    return found.entrySet().stream()
        .map(it -> new Doubt(it.getKey().householdId(), it.getKey().personId(), it.getValue()))
        .toList();
  }

  /** What checks doubt now of a question's person, or of the household's own answers. */
  List<String> about(HouseholdQuestion question) {
    return jdbc.sql(
            """
            select check_id, item from check_finding
             where household_id = ? and person_id is not distinct from cast(? as bigint) order by id
            """)
        .params(question.householdId(), question.personId())
        .query((row, n) -> violation(row.getString("check_id"), row.getString("item")).text())
        .list();
  }

  private static Violation violation(String check, String item) {
    return new Violation(Checks.byId(check), item);
  }
}
