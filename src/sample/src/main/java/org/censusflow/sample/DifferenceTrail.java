package org.censusflow.sample;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which rows of the sample's files a difference goes back to. Staff never see these keys; the
 * sample needs them to look up the truth and to measure what was found.
 */
@Component
class DifferenceTrail {

  private static final String SELECT =
      """
      select d.id, d.run_id, d.subject, d.class_code, d.block_code, d.outcome, d.status,
             p.source_key as first_row, q.source_key as second_row
        from difference d
        left join person p on p.id = d.person_id
        left join person q on q.id = d.second_person_id
       where d.census_id = :census
      """;

  private static final String SOURCES =
      """
      select s.subject, s.supply, r.record_id, r.name, r.id_number, r.sex, r.birth_date, r.address
        from difference_source s
        join register_row r on r.delivery_id = s.delivery_id and r.line = s.line
       where s.run_id = :run and s.subject in (:subjects)
       order by s.subject, s.supply, s.line
      """;

  /** More at once would be more parameters than a statement may have. */
  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;

  DifferenceTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Record(
      String supply,
      String recordId,
      String name,
      String idNumber,
      String sex,
      String birthDate,
      String address) {}

  /**
   * @param sourceRows the census file's row ids, the first registration first
   */
  record Trail(
      long id,
      long run,
      int subject,
      String difference,
      String status,
      List<String> sourceRows,
      List<Record> records) {

    Optional<Record> firstRecord() {
      return records.stream().filter(record -> record.name() != null).findFirst();
    }
  }

  List<Trail> ofBlock(String censusId, String block) {
    List<Trail> trails =
        trails(
            jdbc.sql(SELECT + " and d.block_code = :block order by d.id")
                .param("census", censusId)
                .param("block", block));
    return withRecords(trails);
  }

  List<Trail> ofCensus(String censusId) {
    List<Trail> trails = trails(jdbc.sql(SELECT + " order by d.id").param("census", censusId));
    return withRecords(trails);
  }

  private static List<Trail> trails(JdbcClient.StatementSpec select) {
    return select
        .query(
            (row, n) -> {
              List<String> rows = new ArrayList<>();
              for (String column : List.of("first_row", "second_row")) {
                if (row.getString(column) != null) {
                  rows.add(row.getString(column));
                }
              }
              return new Trail(
                  row.getLong("id"),
                  row.getLong("run_id"),
                  row.getInt("subject"),
                  row.getString("class_code"),
                  row.getString("status"),
                  rows,
                  new ArrayList<>());
            })
        .list();
  }

  /** Asks by the subjects' numbers, which the sources are found by without reading all of them. */
  private List<Trail> withRecords(List<Trail> trails) {
    List<Integer> subjects = trails.stream().map(Trail::subject).distinct().toList();
    Map<Integer, List<Record>> records = new HashMap<>();
    for (int from = 0; from < subjects.size(); from += AT_ONCE) {
      read(
          trails.get(0).run(),
          subjects.subList(from, Math.min(subjects.size(), from + AT_ONCE)),
          records);
    }
    trails.forEach(
        trail -> trail.records().addAll(records.getOrDefault(trail.subject(), List.of())));
    return trails;
  }

  private void read(long run, List<Integer> subjects, Map<Integer, List<Record>> records) {
    jdbc.sql(SOURCES)
        .param("run", run)
        .param("subjects", subjects)
        .query(
            (RowCallbackHandler)
                row -> {
                  Date birth = row.getDate("birth_date");
                  records
                      .computeIfAbsent(row.getInt("subject"), subject -> new ArrayList<>())
                      .add(
                          new Record(
                              row.getString("supply"),
                              row.getString("record_id"),
                              row.getString("name"),
                              row.getString("id_number"),
                              row.getString("sex"),
                              birth == null ? null : birth.toString(),
                              row.getString("address")));
                });
  }
}
