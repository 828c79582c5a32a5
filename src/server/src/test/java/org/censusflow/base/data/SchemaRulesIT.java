package org.censusflow.base.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every table of the data plane keeps to, by the databases' own catalogues. */
class SchemaRulesIT extends BothDatabases {

  private static final Map<String, String> SUFFIX =
      Map.of("PRIMARY KEY", "pk", "UNIQUE", "uk", "FOREIGN KEY", "fk", "CHECK", "ck");

  /** Columns that take one of few words, by the last part of their name. */
  private static final Pattern WORD =
      Pattern.compile(
          "(.*_)?(status|state|kind|level|mode|channel|outcome|severity|gravity|measure|decision|verdict|format"
              + "|form|part|role|effect|type|occasion|disposition|informant|medium|class_code)");

  /** Such columns without a check, and why. */
  private static final Map<String, String> ANY_WORD =
      Map.of(
          "audit_entry.object_type", "each room names its own, and a later one has more",
          "cross_check_signature.part", "a unit of the district's file, or the whole",
          "webhook_message.outcome", "what the other side answered");

  /** Columns that end like a key and are held by none, and why. */
  private static final Map<String, String> NO_KEY =
      Map.ofEntries(
          Map.entry(
              "audit_link.entry_id", "whoever takes the entry out must not take the link too"),
          Map.entry("block_count.without_id", "persons without a number"),
          Map.entry("check_finding.check_id", "a check of the program"),
          Map.entry(
              "household_version.question_id", "an index over first versions, that answer none"),
          Map.entry("matter_verifier_group.group_id", "a group of the engine"),
          Map.entry("pair_verdict.record_id", "the department's key, the same from run to run"),
          Map.entry("person_version.question_id", "an index over first versions, that answer none"),
          Map.entry("register_row.record_id", "the department's own key"),
          Map.entry("register_row.related_id", "the identity number of a relative"),
          Map.entry("review_pair.record_id", "the department's key, the same from run to run"),
          Map.entry("task_done.task_id", "a task of the engine"),
          Map.entry("task_reassignment.task_id", "a task of the engine"),
          Map.entry("transfer_record.delivery_id", "stays when the delivery is destroyed"),
          Map.entry("webhook_message.message_id", "the message's own"));

  private record Constraint(String table, String name, String type) {}

  private record Column(String table, String name) {
    String written() {
      return table + "." + name;
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyConstraintIsNamedByItsTableAndKind(DataSource database) {
    List<Constraint> constraints = constraints(JdbcClient.create(database));
    assertThat(constraints).hasSizeGreaterThan(300);
    assertThat(constraints)
        .allSatisfy(
            it ->
                assertThat(it.name())
                    .as(it.type() + " of " + it.table())
                    .startsWith(it.table() + "_")
                    .endsWith("_" + SUFFIX.get(it.type())));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void everyColumnOfFewWordsIsChecked(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    List<String> checks = checks(jdbc);
    Set<String> unchecked = new TreeSet<>();
    for (Column column : columns(jdbc)) {
      Pattern named = Pattern.compile(column.table() + " .*\\b" + column.name() + "\\b.*");
      if (WORD.matcher(column.name()).matches()
          && checks.stream().noneMatch(check -> named.matcher(check).matches())) {
        unchecked.add(column.written());
      }
    }
    assertThat(unchecked).containsExactlyInAnyOrderElementsOf(ANY_WORD.keySet());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatNamesARowOfAnotherTableIsHeldByAKey(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    List<String> held = held(jdbc);
    List<String> free = new ArrayList<>();
    for (Column column : columns(jdbc)) {
      if (column.name().endsWith("_id") && !held.contains(column.written())) {
        free.add(column.written());
      }
    }
    assertThat(free).containsExactlyInAnyOrderElementsOf(NO_KEY.keySet());
  }

  private static List<Constraint> constraints(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select lower(table_name) as "table", lower(constraint_name) as name, constraint_type as type
              from information_schema.table_constraints
             where table_schema = current_schema and lower(table_name) not like 'flyway%'
               and lower(constraint_name) not like '%not_null'
            """)
        .query(Constraint.class)
        .list();
  }

  private static List<Column> columns(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select lower(table_name) as "table", lower(column_name) as name from information_schema.columns
             where table_schema = current_schema and lower(table_name) not like 'flyway%'
            """)
        .query(Column.class)
        .list();
  }

  /** Each check's table and condition. */
  private static List<String> checks(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select lower(t.table_name) || ' ' || replace(lower(c.check_clause), '"', '')
              from information_schema.check_constraints c
              join information_schema.table_constraints t
                on t.constraint_schema = c.constraint_schema and t.constraint_name = c.constraint_name
             where c.constraint_schema = current_schema and lower(c.constraint_name) not like '%not_null'
            """)
        .query(String.class)
        .list();
  }

  private static List<String> held(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select lower(k.table_name) || '.' || lower(k.column_name)
              from information_schema.key_column_usage k
              join information_schema.table_constraints t
                on t.constraint_schema = k.constraint_schema and t.constraint_name = k.constraint_name
               and t.table_name = k.table_name
             where t.table_schema = current_schema and t.constraint_type = 'FOREIGN KEY'
            """)
        .query(String.class)
        .list();
  }
}
