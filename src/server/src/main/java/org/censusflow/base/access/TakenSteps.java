package org.censusflow.base.access;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.censusflow.base.data.ListTable;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/**
 * Who took which step of a matter that several people must agree on, by whose right. Written where
 * the step is taken, in its transaction; only added to. Whatever makes a matter final asks here.
 */
@Component
public class TakenSteps {

  private final JdbcClient jdbc;
  private final ListTable posts;
  private final Clock clock;

  TakenSteps(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.posts = new ListTable(jdbc, "taken_step_post", "step_id", "post");
    this.clock = clock;
  }

  /**
   * A step that a matter needs.
   *
   * @param posts ids of the groups of which one has to have the right
   * @param after the steps that it follows, each taken by somebody else
   */
  public record Needed(String step, Set<String> posts, List<String> after) {

    public static Needed of(String step, String post, String... after) {
      return new Needed(step, Set.of(post), List.of(after));
    }
  }

  private record Row(long id, String takenBy) {}

  /**
   * @param matter the process instance
   * @param posts ids of the groups by whose right it is taken
   */
  public void take(String matter, String step, String by, Set<String> posts) {
    GeneratedKeyHolder id = new GeneratedKeyHolder();
    jdbc.sql("insert into taken_step (matter, step, taken_by, taken_at) values (?, ?, ?, ?)")
        .params(matter, step, by, Moments.now(clock))
        .update(id, "id");
    this.posts.replace(id.getKey(), posts);
  }

  /**
   * Holds that every needed step was taken, each the last time after the steps that it follows, by
   * somebody with the right post who took none of those.
   *
   * @return who took each step
   * @throws StepsMissing otherwise
   */
  public Map<String, String> require(String matter, List<Needed> needed) {
    Map<String, Row> taken = new HashMap<>();
    for (Needed step : needed) {
      Row row =
          last(matter, step.step())
              .filter(it -> posts.of(it.id()).stream().anyMatch(step.posts()::contains))
              .orElseThrow(() -> new StepsMissing(matter, step.step(), "was not taken"));
      for (String earlier : step.after()) {
        Row before = taken.get(earlier);
        if (before.id() > row.id()) {
          throw new StepsMissing(matter, step.step(), "was not taken after " + earlier);
        }
        if (before.takenBy().equals(row.takenBy())) {
          throw new StepsMissing(matter, step.step(), "was taken by who took " + earlier);
        }
      }
      taken.put(step.step(), row);
    }
    Map<String, String> people = new HashMap<>();
    taken.forEach((step, row) -> people.put(step, row.takenBy()));
    return people;
  }

  private Optional<Row> last(String matter, String step) {
    return jdbc.sql(
            """
            select id, taken_by from taken_step where matter = ? and step = ?
             order by id desc fetch first 1 row only
            """)
        .params(matter, step)
        .query(Row.class)
        .optional();
  }
}
