package org.censusflow.progress;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The households on a block's list and what became of each: registered by itself, closed with what
 * others know after enough visits, or found empty.
 */
@Component
public class HouseholdCases {

  private static final Set<String> INFORMANTS =
      Set.of("neighbour", "community", "property", "landlord");

  private static final String OF_HOUSEHOLD =
      " where census_id = ? and block_code = ? and household_no = ?";

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final FieldCounts counts;
  private final CloseOut closeOut;
  private final Clock clock;

  HouseholdCases(
      JdbcClient jdbc, JdbcTemplate template, FieldCounts counts, CloseOut closeOut, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.counts = counts;
    this.closeOut = closeOut;
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
  public record Visit(String outcome, String informant, Integer persons, String note) {}

  /**
   * Puts the block's households on its list: those that are registered already, and numbers for as
   * many as the enumerator counted. Repeatable.
   */
  @Transactional
  public void list(String censusId, String block, int listed) {
    Set<Integer> numbers =
        new TreeSet<>(
            jdbc.sql("select household_no from household where census_id = ? and block_code = ?")
                .params(censusId, block)
                .query(Integer.class)
                .list());
    for (int number = 1; numbers.size() < listed; number++) {
      numbers.add(number);
    }
    numbers.removeAll(numbers(censusId, block));
    List<Object[]> rows = new ArrayList<>();
    numbers.forEach(number -> rows.add(new Object[] {censusId, block, number}));
    template.batchUpdate(
        """
        insert into household_case (census_id, block_code, household_no, mode, status)
        values (?, ?, ?, 'VISIT', 'OPEN')
        """,
        rows);
    sync(censusId, block);
  }

  private List<Integer> numbers(String censusId, String block) {
    return jdbc.sql(
            "select household_no from household_case where census_id = ? and block_code = ?")
        .params(censusId, block)
        .query(Integer.class)
        .list();
  }

  /**
   * Takes in what has been registered since: a household that answered needs no more visits. In a
   * block that is registered anew each household has to be confirmed, so nothing is taken in there.
   */
  @Transactional
  public void sync(String censusId, String block) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            update household_case set status = 'REGISTERED', settled_at = ?
             where census_id = ? and block_code = ? and status = 'OPEN'
               and 0 = (select w.round from block_work w
                         where w.census_id = household_case.census_id and w.block_code = household_case.block_code)
               and exists (select 1 from household h
                            where h.state = 'ANSWERED'
                              and h.census_id = household_case.census_id
                              and h.block_code = household_case.block_code
                              and h.household_no = household_case.household_no)
            """)
        .params(now, censusId, block)
        .update();
    jdbc.sql(
            """
            insert into household_case (census_id, block_code, household_no, mode, status, settled_at)
            select h.census_id, h.block_code, h.household_no, 'VISIT', 'REGISTERED',
                   cast(? as timestamp with time zone) from household h
             where h.census_id = ? and h.block_code = ? and h.state = 'ANSWERED'
               and not exists (select 1 from household_case c where c.census_id = h.census_id
                                  and c.block_code = h.block_code and c.household_no = h.household_no)
            """)
        .params(now, censusId, block)
        .update();
    jdbc.sql(
            """
            update household_case set mode = 'SELF'
             where census_id = ? and block_code = ? and status = 'OPEN' and mode = 'VISIT'
               and exists (select 1 from household h
                            where h.state = 'SELF' and h.census_id = household_case.census_id
                              and h.block_code = household_case.block_code
                              and h.household_no = household_case.household_no)
            """)
        .params(censusId, block)
        .update();
    counts.changed(censusId, List.of(block));
  }

  /** After a household's answer: the list takes it in where there is a list already. */
  @Transactional
  void answered(String censusId, String block) {
    if (numbers(censusId, block).isEmpty()) {
      counts.changed(censusId, List.of(block));
    } else {
      sync(censusId, block);
    }
  }

  /** How many households of the block are neither registered nor closed. */
  public int open(String censusId, String block) {
    return jdbc.sql(
            "select count(*) from household_case where census_id = ? and block_code = ? and status = 'OPEN'")
        .params(censusId, block)
        .query(Integer.class)
        .single();
  }

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
    if (!"OPEN".equals(household.status())) {
      throw new FieldWorkRefused("这一户已经登记或结案。");
    }
    int round = round(task);
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
    keep(task, householdNo, visit, outcome, attempts, step.status(), user, round);
    counts.changed(task.censusId(), List.of(task.block()));
    return step.nextStep();
  }

  private record Case(String status, int attempts) {}

  private Case locked(FieldTask task, int householdNo) {
    return jdbc.sql("select status, attempts from household_case" + OF_HOUSEHOLD + " for update")
        .params(task.censusId(), task.block(), householdNo)
        .query(Case.class)
        .optional()
        .orElseThrow(() -> new FieldWorkRefused("本小区的底册上没有这一户。"));
  }

  private int round(FieldTask task) {
    return jdbc.sql("select round from block_work where census_id = ? and block_code = ?")
        .params(task.censusId(), task.block())
        .query(Integer.class)
        .single();
  }

  private void keep(
      FieldTask task,
      int householdNo,
      Visit visit,
      VisitOutcome outcome,
      int attempts,
      String status,
      String user,
      int round) {
    Timestamp now = Timestamp.from(clock.instant());
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
        .param(outcome == VisitOutcome.SELF ? "SELF" : "VISIT")
        .param(attempts)
        .param(settled)
        .param(task.censusId())
        .param(task.block())
        .param(householdNo)
        .update();
  }

  /**
   * After the cut-off: whoever wanted to fill in the form alone and has not is visited.
   *
   * @return how many households go back to the enumerator
   */
  @Transactional
  public int returnUnanswered(String censusId, String block) {
    sync(censusId, block);
    return jdbc.sql(
            """
            update household_case set mode = 'VISIT'
             where census_id = ? and block_code = ? and mode = 'SELF' and status = 'OPEN'
            """)
        .params(censusId, block)
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
