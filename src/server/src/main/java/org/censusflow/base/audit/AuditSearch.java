package org.censusflow.base.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries of a district, the newest first, a page at a time. */
@Component
class AuditSearch {

  static final int PAGE = 100;

  private final JdbcClient jdbc;
  private final ZoneId zone;

  AuditSearch(JdbcClient jdbc, java.time.Clock clock) {
    this.jdbc = jdbc;
    zone = clock.getZone();
  }

  /**
   * What is looked for; null or blank asks for all.
   *
   * @param key key of the object, a person's for instance, exactly
   * @param action an action or the beginning of some, such as {@code recheck}
   * @param before entries with a lower id only: where the page before ended
   */
  record Filter(
      String key, String actor, String action, LocalDate day, boolean refused, Long before) {

    /** Which filters are set, for the entry about this look. */
    String named() {
      List<String> set = new ArrayList<>();
      add(set, "key", key);
      add(set, "actor", actor);
      add(set, "action", action);
      add(set, "day", day == null ? null : day.toString());
      if (refused) {
        set.add("refused");
      }
      return set.isEmpty() ? "all" : String.join(" ", set);
    }

    private static void add(List<String> set, String name, String value) {
      if (given(value)) {
        set.add(name);
      }
    }

    private static boolean given(String value) {
      return value != null && !value.isBlank();
    }
  }

  List<AuditEntry> of(String district, Filter filter) {
    StringBuilder sql =
        new StringBuilder("select ")
            .append(AuditEntry.COLUMNS)
            .append(" from audit_entry e where e.district = ?");
    List<Object> values = new ArrayList<>();
    values.add(district);
    if (Filter.given(filter.key())) {
      and(sql, values, "e.object_key = ?", filter.key().strip());
    }
    if (Filter.given(filter.actor())) {
      and(sql, values, "e.actor = ?", filter.actor().strip());
    }
    if (Filter.given(filter.action())) {
      String action = filter.action().strip();
      and(sql, values, "substring(e.action from 1 for " + action.length() + ") = ?", action);
    }
    if (filter.day() != null) {
      and(sql, values, "e.occurred_at >= ?", midnight(filter.day()));
      and(sql, values, "e.occurred_at < ?", midnight(filter.day().plusDays(1)));
    }
    if (filter.refused()) {
      sql.append(" and e.refused");
    }
    if (filter.before() != null) {
      and(sql, values, "e.id < ?", filter.before());
    }
    sql.append(" order by e.id desc limit ").append(PAGE);
    return jdbc.sql(sql.toString()).params(values).query((row, n) -> AuditEntry.of(row)).list();
  }

  private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
    sql.append(" and ").append(condition);
    values.add(value);
  }

  private Timestamp midnight(LocalDate day) {
    return Moments.at(day.atStartOfDay(zone).toInstant());
  }
}
