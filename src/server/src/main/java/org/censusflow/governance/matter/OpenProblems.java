package org.censusflow.governance.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for the leading group: major policy questions without an answer, and matters that are
 * late or were raised to it.
 */
@Component
public class OpenProblems {

  private final JdbcClient jdbc;
  private final Matters matters;

  OpenProblems(JdbcClient jdbc, Matters matters) {
    this.jdbc = jdbc;
    this.matters = matters;
  }

  /**
   * A problem that a meeting may decide.
   *
   * @param key its kind and number, such as {@code policy:12}
   * @param title what staff see, its kind included
   */
  public record Problem(String key, String title, Instant since) {}

  /** The district's open problems, those that wait longest first within their kind. */
  public List<Problem> of(String district) {
    List<Problem> problems =
        new ArrayList<>(
            asked(
                "policy",
                "重大政策问题",
                """
                select id, subject as title, asked_at as since from policy_question
                 where district = ? and level = 'major' and published_at is null order by asked_at, id
                """,
                district));
    matters.problems(district).stream()
        .map(
            matter ->
                new Problem(
                    "matter:" + matter.id(),
                    (matter.raised() ? "提交会议的事项：" : "逾期事项：") + matter.title(),
                    matter.dueAt()))
        .forEach(problems::add);
    return List.copyOf(problems);
  }

  private List<Problem> asked(String kind, String label, String sql, String district) {
    return jdbc.sql(sql)
        .param(district)
        .query(
            (row, n) ->
                new Problem(
                    kind + ":" + row.getLong("id"),
                    label + "：" + row.getString("title"),
                    row.getTimestamp("since").toInstant()))
        .list();
  }
}
