package org.censusflow.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the generator knows of a pair that the comparison could not decide. */
@Component
public class SamplePairs {

  private final JdbcClient jdbc;
  private final SampleFiles files;
  private final Map<String, Set<Link>> truth = new HashMap<>();

  SamplePairs(JdbcClient jdbc, SampleFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  private record Link(String row, String record) {}

  private record Key(String supply, Link link) {}

  /** Whether a registration and a record are one person. */
  public synchronized boolean same(long pairId) {
    Key key =
        jdbc.sql(
                """
                select r.supply, r.record_id, p.source_key from review_pair r
                  join person p on p.id = r.person_id where r.id = ?
                """)
            .param(pairId)
            .query(
                (row, n) ->
                    new Key(
                        row.getString("supply"),
                        new Link(row.getString("source_key"), row.getString("record_id"))))
            .single();
    return truth.computeIfAbsent(key.supply(), this::read).contains(key.link());
  }

  private Set<Link> read(String supply) {
    Set<Link> pairs = new HashSet<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(files.pairs(supply))) {
      csv.forEach(row -> pairs.add(new Link(row.getField("left_id"), row.getField("right_id"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }
}
