package org.censusflow.registration.field;

import java.util.List;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A block's field work as a whole, for programs that play or carry it out at once. */
@Component
public class FieldWork {

  private final JdbcClient jdbc;
  private final HouseholdCases cases;
  private final HouseholdVisits visits;
  private final RecheckSamples samples;
  private final BlockWork work;

  FieldWork(
      JdbcClient jdbc,
      HouseholdCases cases,
      HouseholdVisits visits,
      RecheckSamples samples,
      BlockWork work) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.visits = visits;
    this.samples = samples;
    this.work = work;
  }

  public int registeredHouseholds(String censusId, String block) {
    return count(
        "select count(*) from household where census_id = ? and block_code = ?", censusId, block);
  }

  public int registeredPersons(String censusId, String block) {
    return count(
        """
        select count(*) from household h
          join person p on p.household_id = h.id
          join person_version v on v.person_id = p.id and v.version = p.current_version
         where h.census_id = ? and h.block_code = ? and v.status = 'REGISTERED'
        """,
        censusId,
        block);
  }

  /** Households drawn for the long form, of all blocks where that is fixed. */
  public int longForms(String censusId) {
    return jdbc.sql(
            "select coalesce(sum(long_forms), 0) from block_work where census_id = ? and merged_into is null")
        .param(censusId)
        .query(Integer.class)
        .single();
  }

  /**
   * Settles what is open: an unanswered household is found empty by what its neighbours say; in a
   * block that is registered anew every household is confirmed.
   */
  @Transactional
  public void settleAll(FieldTask task, String user) {
    cases.sync(task.censusId(), task.block());
    boolean first = work.round(task.censusId(), task.block()) == 0;
    String outcome = first ? VisitOutcome.EMPTY.code() : VisitOutcome.CONFIRMED.code();
    for (Integer number : open(task)) {
      visits.visited(
          task, number, new HouseholdVisits.Visit(outcome, "neighbour", null, null), user);
    }
  }

  private List<Integer> open(FieldTask task) {
    return jdbc.sql(
            """
            select household_no from household_case where census_id = ? and block_code = ? and status = 'OPEN'
             order by household_no
            """)
        .params(task.censusId(), task.block())
        .query(Integer.class)
        .list();
  }

  /** Rechecks every drawn household and finds nothing wrong. */
  @Transactional
  public void agree(FieldTask task, int items, String user) {
    jdbc.sql(
            """
            select household_no from recheck_sample where census_id = ? and block_code = ? and round = ?
             order by draw_rank
            """)
        .params(task.censusId(), task.block(), work.round(task.censusId(), task.block()))
        .query(Integer.class)
        .list()
        .forEach(number -> samples.record(task, number, items, 0, 0, null, user));
  }

  /** Whether this account enumerated or visited the block, and so may not do this task of it. */
  public boolean madeBy(String censusId, String block, String taskDefinitionKey, String user) {
    boolean checks =
        BlockShortFormsProcess.RECHECK_SAMPLE.equals(taskDefinitionKey)
            || BlockShortFormsProcess.ACCEPT_BLOCK.equals(taskDefinitionKey);
    return checks
        && (visits.visitedBy(censusId, block, user)
            || samples.enumerators(censusId, block).contains(user));
  }

  private int count(String sql, String censusId, String block) {
    return jdbc.sql(sql).params(censusId, block).query(Integer.class).single();
  }
}
