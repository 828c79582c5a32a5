package org.censusflow.mapping.assignment;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Moments;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.mapping.area.AreaBlock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of assignments; what has been written is only ever ended. */
@Component
public class AssignmentStore {

  private static final String SELECT =
      """
      select id, subdistrict, block_code, account, role, kind, valid_from, valid_to, reason
        from staff_assignment
      """;

  private static final String OPEN =
      " and (valid_to is null or (valid_to >= ? and valid_to >= valid_from))";

  private final JdbcClient jdbc;
  private final Clock clock;

  public AssignmentStore(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
  }

  Optional<BlockAssignment> find(String censusId, long id) {
    return jdbc.sql(SELECT + " where census_id = ? and id = ?")
        .params(censusId, id)
        .query(BlockAssignment.class)
        .optional();
  }

  /** Assignments of a block in a role that reach into a day or beyond it. */
  List<BlockAssignment> open(String censusId, String block, StaffRole role, LocalDate day) {
    return jdbc.sql(
            SELECT + " where census_id = ? and block_code = ? and role = ?" + OPEN + " order by id")
        .params(censusId, block, role.key(), Date.valueOf(day))
        .query(BlockAssignment.class)
        .list();
  }

  /** What is in force on a day, by block. */
  List<BlockAssignment> inForce(String censusId, String subdistrict, LocalDate day) {
    return jdbc.sql(
            SELECT
                + " where census_id = ? and (cast(? as varchar) is null or subdistrict = ?)"
                + " and valid_from <= ?"
                + OPEN
                + " order by block_code, role, kind, id")
        .params(censusId, subdistrict, subdistrict, Date.valueOf(day), Date.valueOf(day))
        .query(BlockAssignment.class)
        .list();
  }

  List<BlockAssignment> ofAccount(String censusId, String account, LocalDate day) {
    return jdbc.sql(
            SELECT
                + " where census_id = ? and account = ? and valid_from <= ?"
                + OPEN
                + " order by block_code, role, kind, id")
        .params(censusId, account, Date.valueOf(day), Date.valueOf(day))
        .query(BlockAssignment.class)
        .list();
  }

  void add(
      String censusId,
      AreaBlock block,
      StaffRole role,
      String kind,
      String account,
      LocalDate from,
      LocalDate to,
      String reason,
      String by) {
    jdbc.sql(
            """
            insert into staff_assignment (census_id, subdistrict, block_code, account, role, kind, valid_from,
                   valid_to, reason, made_by, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            censusId,
            block.subdistrict(),
            block.code(),
            account,
            role.key(),
            kind,
            Date.valueOf(from),
            to == null ? null : Date.valueOf(to),
            reason,
            by,
            Moments.now(clock))
        .update();
  }

  /**
   * @param lastDay a day before the first makes the assignment void
   */
  void end(long id, LocalDate lastDay, String reason, String by) {
    jdbc.sql("update staff_assignment set valid_to = ?, ended_by = ?, end_reason = ? where id = ?")
        .params(Date.valueOf(lastDay), by, reason, id)
        .update();
  }
}
