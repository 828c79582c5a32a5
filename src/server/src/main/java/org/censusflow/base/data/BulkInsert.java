package org.censusflow.base.data;

import java.util.List;
import org.censusflow.files.BulkRows;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/** Many rows within the transaction at hand. */
public final class BulkInsert {

  private BulkInsert() {}

  /**
   * @param into table and columns, such as {@code building (census_id, code)}
   */
  public static void rows(JdbcOperations template, String into, List<Object[]> rows) {
    template.execute(
        (ConnectionCallback<Void>)
            connection -> {
              BulkRows.write(connection, into, rows);
              return null;
            });
  }
}
