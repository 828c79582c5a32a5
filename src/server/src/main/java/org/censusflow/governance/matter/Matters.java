package org.censusflow.governance.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.censusflow.base.data.Code;
import org.censusflow.base.data.ListTable;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of matters under way, with every reminder, urging and return. */
@Component
public class Matters {

  private static final String COLUMNS =
      """
      select id, district, kind, origin, item, source, title, content, severity, responsible, due_at, status,
             reminders, returns, raised
        from governance_matter
      """;

  private final JdbcClient jdbc;
  private final ListTable verifierGroups;
  private final ListTable verifiers;
  private final Clock clock;

  Matters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.verifierGroups = new ListTable(jdbc, "matter_verifier_group", "matter_id", "group_id");
    this.verifiers = new ListTable(jdbc, "matter_verifier", "matter_id", "account");
    this.clock = clock;
  }

  /** Registers a matter once per origin and item, whatever its id says, and returns its number. */
  @Transactional
  public long open(Matter matter) {
    List<Matter> known = of(matter.origin(), matter.item());
    if (known.isEmpty()) {
      jdbc.sql(
              """
              insert into governance_matter (district, kind, origin, item, source, title, content, severity,
                responsible, due_at, status, opened_at)
              values (:district, :kind, :origin, :item, :source, :title, :content, :severity, :responsible, :dueAt,
                :status, :now)
              """)
          .paramSource(Params.of(matter).and("now", clock.instant()))
          .update();
      long id = of(matter.origin(), matter.item()).get(0).id();
      verifierGroups.replace(id, matter.verifierGroups());
      verifiers.replace(id, matter.verifiers());
      return id;
    }
    return known.get(0).id();
  }

  /**
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is no such matter
   */
  public Matter require(long id) {
    return jdbc.sql(COLUMNS + " where id = ?").param(id).query(this::read).single();
  }

  /** The matters of a meeting or inspection, in their order. */
  public List<Matter> ofOrigin(String origin) {
    return jdbc.sql(COLUMNS + " where origin = ? order by item")
        .param(origin)
        .query(this::read)
        .list();
  }

  /** Their numbers, for the loop that follows them up. */
  public List<String> numbersOf(String origin) {
    return ofOrigin(origin).stream().map(matter -> Long.toString(matter.id())).toList();
  }

  @Transactional
  public void remind(long id) {
    change("update governance_matter set reminders = reminders + 1 where id = ?", id);
    event(id, null, "remind", null);
  }

  /**
   * Records what was done about a late matter.
   *
   * @param raise whether the leading group's next meeting is to deal with it
   */
  @Transactional
  public void urge(long id, String by, String note, boolean raise) {
    if (raise) {
      change("update governance_matter set raised = true where id = ?", id);
    }
    event(id, by, raise ? "raise" : "urge", note);
  }

  /** The leading group has decided about a matter that was raised to it. */
  @Transactional
  public void considered(long id) {
    change("update governance_matter set raised = false where id = ?", id);
    event(id, null, "considered", null);
  }

  /** A report that did not satisfy goes back, with a new date. */
  @Transactional
  public void giveBack(long id, String by, String reason, Instant dueAt) {
    jdbc.sql(
            "update governance_matter set status = 'RETURNED', returns = returns + 1, due_at = ? where id = ?")
        .params(Moments.at(dueAt), id)
        .update();
    event(id, by, "return", reason);
  }

  @Transactional
  public void close(long id, String report, String reportedBy, String confirmedBy) {
    jdbc.sql(
            """
            update governance_matter set status = 'CLOSED', report = ?, reported_by = ?, confirmed_by = ?,
              closed_at = ? where id = ?
            """)
        .params(report, reportedBy, confirmedBy, Moments.now(clock), id)
        .update();
    event(id, confirmedBy, "close", null);
  }

  /** What is late, or was raised to the leading group, and is not settled. */
  List<Matter> problems(String district) {
    return jdbc.sql(
            COLUMNS
                + " where district = ? and status <> 'CLOSED' and (raised or due_at < ?) order by due_at, id")
        .params(district, Moments.now(clock))
        .query(this::read)
        .list();
  }

  private List<Matter> of(String origin, int item) {
    return jdbc.sql(COLUMNS + " where origin = ? and item = ?")
        .params(origin, item)
        .query(this::read)
        .list();
  }

  private void change(String sql, long id) {
    jdbc.sql(sql).param(id).update();
  }

  private void event(long id, String by, String action, String note) {
    jdbc.sql(
            """
            insert into governance_matter_event (matter_id, occurred_at, actor, action, note)
            values (?, ?, ?, ?, ?)
            """)
        .params(id, Moments.now(clock), by, action, note)
        .update();
  }

  private Matter read(ResultSet row, int n) throws SQLException {
    long id = row.getLong("id");
    return new Matter(
        id,
        row.getString("district"),
        Matter.Kind.valueOf(row.getString("kind")),
        row.getString("origin"),
        row.getInt("item"),
        row.getString("source"),
        row.getString("title"),
        row.getString("content"),
        Code.of(Gravity.class, row.getString("severity")),
        row.getString("responsible"),
        verifierGroups.of(id),
        verifiers.of(id),
        row.getTimestamp("due_at").toInstant(),
        Matter.Status.valueOf(row.getString("status")),
        row.getInt("reminders"),
        row.getInt("returns"),
        row.getBoolean("raised"));
  }
}
