package org.censusflow.postenumeration.publication;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts a row into every table that identifies people, whatever columns it has: each text is a mark
 * that can be searched for afterwards.
 */
final class FilledTables {

  /**
   * What stands in a column that a check, a key or the sense of it binds; SQL where it begins so.
   */
  private static final Map<String, Object> BOUND =
      Map.ofEntries(
          Map.entry("delivery.status", "ACCEPTED"),
          Map.entry("delivery.mode", "REPLACE"),
          Map.entry("delivery.format", "csv"),
          Map.entry("register_row.status", "normal"),
          Map.entry("difference_event.action", "settle"),
          Map.entry("difference_event.outcome", "added"),
          Map.entry("household_attempt.informant", "neighbour"),
          Map.entry("delivery.sender", "hc-health"),
          Map.entry("delivery.sha256", "0".repeat(64)),
          Map.entry("delivery.completes_id", "(select cast(null as bigint))"),
          Map.entry("delivery.same_as_id", "(select cast(null as bigint))"),
          Map.entry("delivery.request_id", "(select id from record_request where census_id = ?)"),
          Map.entry("person_version.status", "REGISTERED"),
          Map.entry("person_version.residence", "here"),
          Map.entry("person_version.form", "short"),
          Map.entry("person_version.hukou_place", "local-block"),
          Map.entry("household.state", "ANSWERED"),
          Map.entry("household.answered_by", "field"),
          Map.entry("household_attempt.outcome", "refused"),
          Map.entry("household_version.confirmed_by", "self"),
          Map.entry("difference.status", "APPROVED"),
          Map.entry("difference.outcome", "added"),
          Map.entry("difference.class_code", "D01"),
          Map.entry("difference.verifier", "enumerator"),
          Map.entry("difference.reviewer", "supervisor"),
          Map.entry("difference.settled_by", "hc-songyu-enumerator-1"),
          Map.entry("review_pair.machine_verdict", "same"),
          Map.entry("pair_answer.part", "first"),
          Map.entry("pair_answer.answer", "same"),
          Map.entry("pair_verdict.verdict", "same"),
          Map.entry("pair_verdict.basis", "agreement"),
          Map.entry("household_case.mode", "VISIT"),
          Map.entry("household_case.status", "OPEN"),
          Map.entry("dwelling.use_kind", "home"),
          Map.entry("dwelling.building_code", "(select code from building where census_id = ?)"),
          Map.entry("household_question.state", "OPEN"),
          Map.entry("household_question.confirmed_by", "phone"),
          Map.entry("block_code", "350205001001001"),
          Map.entry("from_block", "350205001001001"),
          Map.entry("to_block", "350205001001001"),
          Map.entry("relation", "0"),
          Map.entry("sex", "1"),
          Map.entry("ethnicity", "01"));

  /** Which table a column's number comes from. */
  private static final Map<String, String> PARENTS =
      Map.ofEntries(
          Map.entry("household_id", "household where census_id = ?"),
          Map.entry("person_id", "person where census_id = ?"),
          Map.entry("second_person_id", "person where census_id = ?"),
          Map.entry("difference_id", "difference where census_id = ?"),
          Map.entry("pair_id", "review_pair where census_id = ?"),
          Map.entry("change_id", "boundary_change where census_id = ?"),
          Map.entry("verdict_id", "pair_verdict where census_id = ?"),
          Map.entry("run_id", "comparison_run where census_id = ?"),
          Map.entry("job_id", "intake_job where census_id = ?"),
          Map.entry(
              "delivery_id",
              "delivery where request_id in (select id from record_request where census_id = ?)"));

  private final JdbcClient jdbc;

  FilledTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Column(String table, String name, String type, Integer length, boolean identity) {}

  /** Fills every holding for a census; the mark stands in every text that is long enough. */
  void fill(List<Holding> holdings, String census, String mark) {
    Map<String, List<Column>> columns =
        columns().stream().collect(Collectors.groupingBy(Column::table));
    List<Holding> parentsFirst = new ArrayList<>(holdings);
    java.util.Collections.reverse(parentsFirst);
    for (Holding holding : parentsFirst) {
      insert(holding.table(), columns.get(holding.table()), census, mark);
    }
  }

  private List<Column> columns() {
    return jdbc.sql(
            """
            select lower(table_name) as t, lower(column_name) as c, lower(data_type) as d,
                   character_maximum_length as l, is_identity as i
              from information_schema.columns where lower(table_schema) = 'public'
            """)
        .query(
            (row, n) ->
                new Column(
                    row.getString("t"),
                    row.getString("c"),
                    row.getString("d"),
                    row.getObject("l") == null ? null : row.getInt("l"),
                    "YES".equals(row.getString("i"))))
        .list();
  }

  private void insert(String table, List<Column> columns, String census, String mark) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    for (Column column : columns) {
      if (!column.identity()) {
        names.add(column.name());
        Object value = value(table, column, census, mark);
        if (value instanceof String text && text.startsWith("(select ")) {
          values.add(text.replace("?", ":census"));
        } else {
          values.add(":" + column.name());
          parameters.put(column.name(), value);
        }
      }
    }
    parameters.put("census", census);
    jdbc.sql(
            "insert into %s (%s) values (%s)"
                .formatted(table, String.join(", ", names), String.join(", ", values)))
        .params(parameters)
        .update();
  }

  private static Object value(String table, Column column, String census, String mark) {
    if (column.name().equals("census_id")) {
      return census;
    }
    Object bound = BOUND.getOrDefault(table + "." + column.name(), BOUND.get(column.name()));
    if (bound != null) {
      return bound;
    }
    if (PARENTS.containsKey(column.name())) {
      return "(select min(id) from " + PARENTS.get(column.name()) + ")";
    }
    String type = column.type().toLowerCase(Locale.ROOT);
    if (type.startsWith("character")) {
      return mark.length() <= column.length() ? mark : mark.substring(0, column.length());
    }
    if (type.contains("timestamp")) {
      return new Timestamp(0);
    }
    return switch (type) {
      case "date" -> LocalDate.EPOCH;
      case "boolean" -> true;
      case "bytea", "binary varying", "binary large object" -> mark.getBytes();
      case "double precision" -> 0.5;
      default -> 1;
    };
  }
}
