package org.censusflow.linkage.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The same job in hand-written SQL on DuckDB: join on the number, doubt what name and birth date
 * both contradict, bring the rest together by three blocking rules, score, assign one-to-one, write
 * the links. The weights are fixed; nothing is learnt, the check digit is not verified, addresses
 * are compared as their digits and their text.
 */
public final class DuckDbRival {

  private DuckDbRival() {}

  /** Arguments: left file, right file, file for the links. */
  public static void main(String[] args) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (String sql : job(args[0], args[1], args[2])) {
        statement.execute(sql);
      }
    }
  }

  static List<String> job(String left, String right, String out) {
    return List.of(
        read("l", "row_id", left),
        read("r", "record_id", right),
        """
        CREATE TABLE hit AS SELECT l.k AS lk, r.k AS rk,
          l.name = r.name AS same_name, l.birth = r.birth AS same_birth,
          l.sex = r.sex AS same_sex, l.addr = r.addr AS same_address
        FROM l JOIN r ON l.id = r.id""",
        "CREATE TABLE exact AS SELECT lk, rk FROM hit WHERE same_name OR same_birth",
        normal("ls", "l", "lk"),
        normal("rs", "r", "rk"),
        """
        CREATE TABLE pairs AS
        SELECT ls.k lk, rs.k rk, %1$s FROM ls JOIN rs ON ls.name = rs.name AND ls.birth = rs.birth
        UNION SELECT ls.k, rs.k, %1$s FROM ls JOIN rs ON ls.name = rs.name AND ls.akey = rs.akey
        UNION SELECT ls.k, rs.k, %1$s FROM ls JOIN rs ON ls.birth = rs.birth AND ls.akey = rs.akey
        """
            .formatted(SCORE),
        """
        CREATE TABLE best AS SELECT lk, rk, w FROM pairs WHERE w > 3
        QUALIFY row_number() OVER (PARTITION BY lk ORDER BY w DESC, rk) = 1
          AND row_number() OVER (PARTITION BY rk ORDER BY w DESC, lk) = 1""",
        "COPY (SELECT lk, rk, 'match' AS verdict, 99.0 AS w FROM exact"
            + " UNION ALL SELECT lk, rk, 'match', w FROM best) TO '%s' (HEADER)".formatted(out));
  }

  private static final String SCORE =
      """
      CASE WHEN ls.name = rs.name THEN 9.5
           WHEN levenshtein(ls.name, rs.name) <= 3 AND ls.name[1] = rs.name[1] THEN 2.5 ELSE -6 END
      + CASE WHEN ls.birth = rs.birth THEN 14
             WHEN levenshtein(ls.birth, rs.birth) <= 2 THEN 5 ELSE -6 END
      + CASE WHEN ls.sex = rs.sex THEN 1 ELSE -5 END
      + CASE WHEN ls.akey = rs.akey THEN 14
             WHEN jaro_winkler_similarity(ls.addr, rs.addr) > 0.9 THEN 3 ELSE -3 END
      + CASE WHEN ls.id IS NULL OR rs.id IS NULL THEN 0
             WHEN damerau_levenshtein(ls.id, rs.id) <= 1 THEN 12 ELSE -4 END - 19 AS w""";

  private static String read(String table, String key, String file) {
    return """
        CREATE TABLE %s AS SELECT %s AS k, name, NULLIF(upper(id_number), '') AS id, sex,
          birth_date AS birth, address AS addr
        FROM read_csv('%s', header = true, all_varchar = true)"""
        .formatted(table, key, file);
  }

  private static String normal(String table, String from, String key) {
    return """
        CREATE TABLE %s AS SELECT k, name, id, sex, birth, addr,
          regexp_extract(addr, '^[^0-9]+') || regexp_replace(addr, '[^0-9]+', '-', 'g') AS akey
        FROM %s WHERE k NOT IN (SELECT %s FROM exact)"""
        .formatted(table, from, key);
  }
}
