package org.censusflow.mapping.dispute;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.censusflow.base.data.ListTable;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of boundary disputes: interim rule, mediation, decision; {@link BoundaryStatements}
 * keeps what was said.
 */
@Component
public class BoundaryDisputes {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final AreaChange areas;
  private final ListTable buildings;

  BoundaryDisputes(JdbcClient jdbc, Clock clock, AreaChange areas) {
    this.jdbc = jdbc;
    this.buildings =
        new ListTable(jdbc, "boundary_decision_building", "dispute_id", "building_code");
    this.clock = clock;
    this.areas = areas;
  }

  /** A dispute as it is raised. */
  public record Raised(
      String kind, String subject, String place, String description, String raisedBy) {}

  /**
   * How the office takes a dispute on.
   *
   * @param firstSide key of a subdistrict
   * @param secondSide key of the other
   * @param administration who administers the plot: {@code first}, {@code second}, {@code both} or
   *     {@code none}
   */
  public record Acceptance(
      String firstSide,
      String secondSide,
      String administration,
      boolean residents,
      String reason) {}

  /** How a boundary came to be decided. */
  public enum How {
    AGREEMENT,
    LEADING_GROUP
  }

  /** Whether the census areas have followed a decision. */
  public enum Status {
    /** On record; the mapping follows it by hand. */
    DECIDED,
    TAKEN,
    /** They cannot follow it as it stands. */
    REFUSED
  }

  /**
   * What came of a decision.
   *
   * @param note one Chinese sentence for the record
   */
  public record Taken(Status status, String note) {}

  /** A published decision, as everyone in the district may read it. */
  public record Published(
      long number, String subject, String line, String countingSide, Instant publishedAt) {}

  /** Registers a dispute once per process instance and returns its number. */
  @Transactional
  public long register(String processKey, String censusId, String district, Raised raised) {
    if (count("select count(*) from boundary_dispute where process_key = ?", processKey) == 0) {
      jdbc.sql(
              """
              insert into boundary_dispute (process_key, census_id, district, kind, subject, place,
                description, raised_by, status, raised_at)
              values (:key, :census, :district, :kind, :subject, :place, :description, :raisedBy, 'RAISED', :now)
              """)
          .paramSource(
              Params.of(raised)
                  .and("key", processKey)
                  .and("census", censusId)
                  .and("district", district)
                  .and("now", clock.instant()))
          .update();
    }
    return number(processKey);
  }

  /** The dispute reaches beyond the district: others settle it. */
  @Transactional
  public void refer(String processKey, String reason) {
    jdbc.sql(
            "update boundary_dispute set status = 'REFERRED', accept_reason = ? where process_key = ?")
        .params(reason, processKey)
        .update();
  }

  /** Keeps who disputes what, and who counts the plot until it is settled. */
  @Transactional
  public void accept(
      String processKey, Acceptance acceptance, String interimSide, String interimRule) {
    jdbc.sql(
            """
            update boundary_dispute set status = 'ACCEPTED', first_side = :firstSide, second_side = :secondSide,
                   actual_administration = :administration, residents_there = :residents,
                   accept_reason = :reason, interim_side = :interimSide, interim_rule = :interimRule
             where process_key = :key
            """)
        .paramSource(
            Params.of(acceptance)
                .and("interimSide", interimSide)
                .and("interimRule", interimRule)
                .and("key", processKey))
        .update();
  }

  @Transactional
  public void remind(String processKey) {
    jdbc.sql("update boundary_dispute set reminders = reminders + 1 where process_key = ?")
        .param(processKey)
        .update();
  }

  @Transactional
  public void mediate(String processKey, String outcome) {
    jdbc.sql("update boundary_dispute set mediation = ? where process_key = ?")
        .params(outcome, processKey)
        .update();
  }

  /** Keeps the decision and has the census areas follow it as far as it names what to move. */
  @Transactional
  public Taken decide(String processKey, How how, DecidedBoundary boundary) {
    Taken taken = areas.take(boundary);
    buildings.replace(boundary.dispute(), List.of());
    jdbc.sql("delete from boundary_decision where dispute_id = ?")
        .param(boundary.dispute())
        .update();
    jdbc.sql(
            """
            insert into boundary_decision (dispute_id, decided_how, line, counting_side, target_block, basis,
              decided_by, decided_at, status, taken_note)
            values (:dispute, :how, :line, :countingSide, :targetBlock, :basis, :decidedBy, :now, :status, :note)
            """)
        .paramSource(Params.of(boundary).and(taken).and("how", how).and("now", clock.instant()))
        .update();
    buildings.replace(boundary.dispute(), boundary.buildings());
    jdbc.sql("update boundary_dispute set status = 'DECIDED' where process_key = ?")
        .param(processKey)
        .update();
    return taken;
  }

  @Transactional
  public void publish(String processKey) {
    jdbc.sql(
            "update boundary_dispute set status = 'PUBLISHED', published_at = ? where process_key = ?")
        .params(Moments.now(clock), processKey)
        .update();
  }

  /** Decisions in force, the newest first. */
  public List<Published> published(String district) {
    return jdbc.sql(
            """
            select d.id as number, d.subject, c.line, c.counting_side, d.published_at
              from boundary_dispute d join boundary_decision c on c.dispute_id = d.id
             where d.district = ? and d.status = 'PUBLISHED' order by d.published_at desc
            """)
        .param(district)
        .query(
            (row, n) ->
                new Published(
                    row.getLong("number"),
                    row.getString("subject"),
                    row.getString("line"),
                    row.getString("counting_side"),
                    row.getTimestamp("published_at").toInstant()))
        .list();
  }

  /** Disputes of a census that nobody has decided yet, for the gate of the mapping. */
  public int open(String censusId) {
    return count(
        """
        select count(*) from boundary_dispute
         where census_id = ? and status in ('RAISED', 'ACCEPTED')
        """,
        censusId);
  }

  public long number(String processKey) {
    return jdbc.sql("select id from boundary_dispute where process_key = ?")
        .param(processKey)
        .query(Long.class)
        .single();
  }

  private int count(String sql, String key) {
    return jdbc.sql(sql).param(key).query(Integer.class).single();
  }
}
