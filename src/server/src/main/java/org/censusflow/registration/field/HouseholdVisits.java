package org.censusflow.registration.field;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Written;
import org.censusflow.base.data.Moments;
import org.censusflow.registration.intake.IntakeRefused;
import org.censusflow.registration.longform.SelfEnumeration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Visits to households, and what becomes of each by them: closed with what others know after enough
 * visits, found empty, or left to answer by itself.
 */
@Component
public class HouseholdVisits {

  private static final Set<String> INFORMANTS =
      Set.of("neighbour", "community", "property", "landlord");

  private static final String OF_HOUSEHOLD =
      " where census_id = ? and block_code = ? and household_no = ?";

  private final JdbcClient jdbc;
  private final FieldCounts counts;
  private final CloseOut closeOut;
  private final SelfEnumeration selfEnumeration;
  private final BlockWork work;
  private final Clock clock;

  HouseholdVisits(
      JdbcClient jdbc,
      FieldCounts counts,
      CloseOut closeOut,
      SelfEnumeration selfEnumeration,
      BlockWork work,
      Clock clock) {
    this.jdbc = jdbc;
    this.counts = counts;
    this.closeOut = closeOut;
    this.selfEnumeration = selfEnumeration;
    this.work = work;
    this.clock = clock;
  }

  /**
   * One visit, or what others said.
   *
   * @param outcome code of a {@link VisitOutcome}
   * @param informant who knows: neighbour, community, property, landlord; null when nobody was
   *     asked
   * @param persons how many live there as others say; null when nobody was asked
   */
  public record Visit(
      @Coded String outcome,
      @Coded String informant,
      Integer persons,
      @Written("说明") String note) {}

  /**
   * Records a visit.
   *
   * @return Chinese, what to do next
   * @throws FieldWorkRefused when the household is not on the list or closed, or the outcome is not
   *     allowed yet
   */
  @Transactional
  public String visited(FieldTask task, int householdNo, Visit visit, String user) {
    VisitOutcome outcome =
        VisitOutcome.of(visit.outcome()).orElseThrow(() -> new FieldWorkRefused("没有这样的入户结果。"));
    if (visit.note() != null && visit.note().length() > 300) {
      throw new FieldWorkRefused("说明最多 300 字。");
    }
    Case household = locked(task, householdNo);
    if (outcome == VisitOutcome.SELF) {
      chooses(task, householdNo);
    }
    if (!"OPEN".equals(household.status())) {
      throw new FieldWorkRefused("这一户已经登记或结案。");
    }
    int round = work.round(task.censusId(), task.block());
    if (outcome == VisitOutcome.CONFIRMED && round == 0) {
      throw new FieldWorkRefused("重新登记的小区才需要逐户确认；首次登记以住户填报为准。");
    }
    int attempts = household.attempts() + (outcome.inVain() ? 1 : 0);
    boolean informed = visit.informant() != null && INFORMANTS.contains(visit.informant());
    if (outcome == VisitOutcome.PROXY && (visit.persons() == null || visit.persons() < 1)) {
      throw new FieldWorkRefused("请填写知情人所说的居住人数。");
    }
    CloseOut.Step step = closeOut.decide(outcome, attempts, task.visits(), informed);
    if ("NONE".equals(step.status())) {
      throw new FieldWorkRefused(step.nextStep() + "。");
    }
    String mode = outcome == VisitOutcome.SELF ? "SELF" : household.mode();
    keep(task, householdNo, visit, outcome, mode, attempts, step.status(), user, round);
    counts.changed(task.censusId(), List.of(task.block()));
    return step.nextStep();
  }

  /**
   * The registration knows how a household answers; one without an answer yet has only its case.
   */
  private void chooses(FieldTask task, int householdNo) {
    if (selfEnumeration.isListed(task.censusId(), task.block(), householdNo)) {
      try {
        selfEnumeration.choose(task.censusId(), task.block(), householdNo);
      } catch (IntakeRefused refusal) {
        throw new FieldWorkRefused(refusal.getMessage());
      }
    }
  }

  private record Case(String status, int attempts, String mode) {}

  private Case locked(FieldTask task, int householdNo) {
    return jdbc.sql(
            "select status, attempts, mode from household_case" + OF_HOUSEHOLD + " for update")
        .params(task.censusId(), task.block(), householdNo)
        .query(Case.class)
        .optional()
        .orElseThrow(() -> new FieldWorkRefused("本小区的底册上没有这一户。"));
  }

  private void keep(
      FieldTask task,
      int householdNo,
      Visit visit,
      VisitOutcome outcome,
      String mode,
      int attempts,
      String status,
      String user,
      int round) {
    Timestamp now = Moments.now(clock);
    jdbc.sql(
            """
            insert into household_attempt (census_id, block_code, household_no, round, attempt_no, outcome,
                                           informant, persons, note, made_by, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(task.censusId())
        .param(task.block())
        .param(householdNo)
        .param(round)
        .param(attempts)
        .param(outcome.code())
        .param(visit.informant())
        .param(visit.persons())
        .param(visit.note())
        .param(user)
        .param(now)
        .update();
    Timestamp settled = "OPEN".equals(status) ? null : now;
    jdbc.sql(
            "update household_case set status = ?, mode = ?, attempts = ?, settled_at = ?"
                + OF_HOUSEHOLD)
        .param(status)
        .param(mode)
        .param(attempts)
        .param(settled)
        .param(task.censusId())
        .param(task.block())
        .param(householdNo)
        .update();
  }

  /** Whether this account has visited a household of the block in its present round. */
  public boolean visitedBy(String censusId, String block, String user) {
    return jdbc.sql(
                """
            select count(*) from household_attempt a
              join block_work w on w.census_id = a.census_id and w.block_code = a.block_code and w.round = a.round
             where a.census_id = ? and a.block_code = ? and a.made_by = ?
            """)
            .params(censusId, block, user)
            .query(Integer.class)
            .single()
        > 0;
  }
}
