package org.censusflow.postenumeration.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and destroys what identifies people of one census. It never reads what it holds. */
@Component
class PersonalData {

  /** Rows that one statement deletes, so that no transaction grows without limit. */
  private static final int ROWS_OF_A_STATEMENT = 10_000;

  /** Rows that one step deletes: seconds of work, well within a job's lock. */
  private static final int ROWS_OF_A_STEP = 50_000;

  private final JdbcClient jdbc;

  PersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Table to rows, in the order in which they are destroyed. */
  Map<String, Long> counts(String censusId) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Holding holding : held()) {
      counts.put(holding.table(), count(holding, censusId));
    }
    return counts;
  }

  /** Those of the tables that this database has. */
  List<Holding> held() {
    List<String> tables =
        jdbc.sql("select lower(table_name) from information_schema.tables")
            .query(String.class)
            .list();
    return Holdings.IDENTIFYING.stream().filter(it -> tables.contains(it.table())).toList();
  }

  private long count(Holding holding, String censusId) {
    return jdbc.sql(holding.count()).param("census", censusId).query(Long.class).single();
  }

  /**
   * Destroys the next rows.
   *
   * @return table to rows destroyed; empty when there is nothing left
   */
  Map<String, Integer> destroySome(String censusId) {
    Map<String, Integer> destroyed = new LinkedHashMap<>();
    int left = ROWS_OF_A_STEP;
    for (Holding holding : held()) {
      int rows = -1;
      while (left > 0 && rows != 0) {
        rows = delete(holding, censusId, Math.min(left, ROWS_OF_A_STATEMENT));
        left -= rows;
        if (rows > 0) {
          destroyed.merge(holding.table(), rows, Integer::sum);
        }
      }
    }
    return destroyed;
  }

  private int delete(Holding holding, String censusId, int most) {
    return jdbc.sql(holding.deleteSome()).param("census", censusId).param("most", most).update();
  }
}
