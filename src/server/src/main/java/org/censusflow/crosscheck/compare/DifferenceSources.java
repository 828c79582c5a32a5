package org.censusflow.crosscheck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.delivery.RegisterRow;
import org.censusflow.crosscheck.delivery.RegisterRow.Key;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which register rows a difference rests on. */
@Component
public class DifferenceSources {

  private final JdbcClient jdbc;
  private final Deliveries deliveries;

  DifferenceSources(JdbcClient jdbc, Deliveries deliveries) {
    this.jdbc = jdbc;
    this.deliveries = deliveries;
  }

  /** A register row with the name of its register. */
  public record Source(String supplyLabel, RegisterRow row) {}

  /** The register rows behind differences of one run, by subject. */
  public Map<Integer, List<Source>> of(List<Difference> differences) {
    Map<Integer, List<Source>> sources = new HashMap<>();
    if (differences.isEmpty()) {
      return sources;
    }
    record Reference(int subject, String supply, Key key) {}
    List<Reference> references =
        jdbc.sql(
                """
                select subject, supply, delivery_id, line from difference_source
                 where run_id = :run and subject in (:subjects) order by subject, supply, line
                """)
            .param("run", differences.get(0).runId())
            .param("subjects", differences.stream().map(Difference::subject).distinct().toList())
            .query(
                (row, n) ->
                    new Reference(
                        row.getInt("subject"),
                        row.getString("supply"),
                        new Key(row.getLong("delivery_id"), row.getInt("line"))))
            .list();
    Map<Key, RegisterRow> rows = deliveries.rows(references.stream().map(Reference::key).toList());
    references.forEach(
        reference ->
            sources
                .computeIfAbsent(reference.subject(), subject -> new ArrayList<>())
                .add(
                    new Source(
                        deliveries.supplyLabel(reference.supply()), rows.get(reference.key()))));
    return sources;
  }
}
