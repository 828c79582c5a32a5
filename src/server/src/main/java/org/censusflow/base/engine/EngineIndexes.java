package org.censusflow.base.engine;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Indexes that the engine's own tables lack at the size of a district. Each is made once, after the
 * engine has made its tables; the engine's upgrades leave them alone.
 */
final class EngineIndexes {

  private static final List<String> INDEXES =
      List.of(
          // Every completion looks for subtasks; without it that reads all open tasks.
          "create index if not exists census_task_of_parent on ACT_RU_TASK (PARENT_TASK_ID_)");

  private EngineIndexes() {}

  static void create(DataSource database) {
    JdbcTemplate jdbc = new JdbcTemplate(database);
    INDEXES.forEach(jdbc::execute);
  }
}
