package org.censusflow.base.data;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of two columns: a row of another table, and one of the values that belong to it, as the
 * inspectors of an inspection.
 */
public final class ListTable {

  private final JdbcClient jdbc;
  private final String table;
  private final String owner;
  private final String value;

  /**
   * @param owner the column that names the row of the other table
   * @param value the column of the value
   */
  public ListTable(JdbcClient jdbc, String table, String owner, String value) {
    this.jdbc = jdbc;
    this.table = table;
    this.owner = owner;
    this.value = value;
  }

  /** Puts these values in the place of those that the row had; the same twice is one. */
  public void replace(Object row, Collection<String> values) {
    jdbc.sql("delete from %s where %s = ?".formatted(table, owner)).param(row).update();
    String add = "insert into %s (%s, %s) values (?, ?)".formatted(table, owner, value);
    new TreeSet<>(values).forEach(one -> jdbc.sql(add).params(row, one).update());
  }

  /** The values of a row, in their own order. */
  public List<String> of(Object row) {
    return jdbc.sql(
            "select %1$s from %2$s where %3$s = ? order by %1$s".formatted(value, table, owner))
        .param(row)
        .query(String.class)
        .list();
  }
}
