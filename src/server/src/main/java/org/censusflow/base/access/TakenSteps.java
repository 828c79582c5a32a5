package org.censusflow.base.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who took which step of a matter that several people must agree on, by whose right. Written where
 * the step is taken, in its transaction; only added to. Whatever makes a matter final asks here.
 */
@Component
public class TakenSteps {

  private final JdbcClient jdbc;
  private final Clock clock;

  TakenSteps(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
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

  private record Row(long id, String takenBy, String posts) {

    boolean by(Set<String> posts) {
      return Arrays.stream(this.posts.split(",")).anyMatch(posts::contains);
    }
  }

  /**
   * @param matter the process instance
   * @param posts ids of the groups by whose right it is taken
   */
  public void take(String matter, String step, String by, Set<String> posts) {
    jdbc.sql(
            "insert into taken_step (matter, step, taken_by, posts, taken_at) values (?, ?, ?, ?, ?)")
        .params(
            matter,
            step,
            by,
            String.join(",", new TreeSet<>(posts)),
            Timestamp.from(clock.instant()))
        .update();
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
              .filter(it -> it.by(step.posts()))
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
            select id, taken_by, posts from taken_step where matter = ? and step = ?
             order by id desc fetch first 1 row only
            """)
        .params(matter, step)
        .query(Row.class)
        .optional();
  }
}
