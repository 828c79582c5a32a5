package org.censusflow.mapping.dispute;

import java.time.Clock;
import org.censusflow.base.data.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sides of a boundary dispute, the units asked and the readers of a decision say. */
@Component
public class BoundaryStatements {

  private final JdbcClient jdbc;
  private final Clock clock;

  BoundaryStatements(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a side claims or a unit thinks, or how a side takes an agreement or a decision. */
  public record Statement(
      Role role, String actor, Boolean agrees, String content, String basis, Integer households) {}

  /** In which part somebody speaks. */
  public enum Role {
    SIDE,
    UNIT,
    SIGNATURE,
    READER
  }

  /** Keeps what somebody said; only the last word in a part counts. */
  @Transactional
  public void state(String processKey, Statement statement, String by) {
    keep(processKey, statement, false, by);
  }

  /** Somebody let the time pass: on record, and the dispute goes on. */
  @Transactional
  public void recordSilence(String processKey, Role role, String actor) {
    keep(processKey, new Statement(role, actor, null, null, null, null), true, null);
  }

  private void keep(String processKey, Statement statement, boolean silent, String by) {
    long dispute =
        jdbc.sql("select id from boundary_dispute where process_key = ?")
            .param(processKey)
            .query(Long.class)
            .single();
    jdbc.sql("delete from boundary_statement where dispute_id = ? and role = ? and actor = ?")
        .params(dispute, statement.role().name(), statement.actor())
        .update();
    jdbc.sql(
            """
            insert into boundary_statement (dispute_id, role, actor, silent, agrees, content, basis,
              households, given_by, given_at)
            values (:dispute, :role, :actor, :silent, :agrees, :content, :basis, :households, :by, :now)
            """)
        .paramSource(
            Params.of(statement)
                .and("dispute", dispute)
                .and("silent", silent)
                .and("by", by)
                .and("now", clock.instant()))
        .update();
  }

  /** Whether both sides have signed the agreement. */
  public boolean bothAgree(String processKey) {
    return jdbc.sql(
                """
            select count(*) from boundary_statement s
              join boundary_dispute d on d.id = s.dispute_id
             where d.process_key = ? and s.role = 'SIGNATURE' and s.agrees = true
            """)
            .param(processKey)
            .query(Integer.class)
            .single()
        == 2;
  }
}
