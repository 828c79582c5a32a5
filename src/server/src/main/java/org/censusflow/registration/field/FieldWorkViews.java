package org.censusflow.registration.field;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a block for the one who works in it; every look at its addresses is on record. */
@Component
class FieldWorkViews {

  private static final Map<String, String> LABELS =
      Map.of("OPEN", "未登记", "REGISTERED", "已登记", "PROXY", "按知情人情况结案", "EMPTY", "证实无人居住");

  private static final String SELECT =
      """
      select c.household_no as number, h.address, c.status, c.attempts, c.mode,
             (select a.outcome from household_attempt a where a.id =
               (select max(l.id) from household_attempt l where l.census_id = c.census_id
                   and l.block_code = c.block_code and l.household_no = c.household_no)) as last_outcome,
             s.draw_rank, s.checked_at, s.checked_items, s.wrong_items, s.missed_persons,
             n.household_id is not null as unplaced
        from household_case c
        join block_work w on w.census_id = c.census_id and w.block_code = c.block_code
        left join household h on h.census_id = c.census_id and h.block_code = c.block_code
                             and h.household_no = c.household_no
        left join household_unplaced n on n.household_id = h.id
        left join recheck_sample s on s.census_id = c.census_id and s.block_code = c.block_code
                                  and s.round = w.round and s.household_no = c.household_no
       where c.census_id = ? and c.block_code = ?
      """;

  private final JdbcClient jdbc;
  private final HouseholdCases cases;
  private final BlockWork work;
  private final AuditTrail audit;

  FieldWorkViews(JdbcClient jdbc, HouseholdCases cases, BlockWork work, AuditTrail audit) {
    this.jdbc = jdbc;
    this.cases = cases;
    this.work = work;
    this.audit = audit;
  }

  private record Row(
      int number,
      String address,
      String status,
      int attempts,
      String mode,
      String lastOutcome,
      Integer drawRank,
      java.sql.Timestamp checkedAt,
      Integer checkedItems,
      Integer wrongItems,
      Integer missedPersons,
      boolean unplaced) {}

  @Transactional
  FieldWorkView view(FieldTask task, String user) {
    audit.record(user, task.district(), "field-work.view", "block", task.block());
    boolean recheck = task.stage() == FieldTask.Stage.RECHECK;
    if (!recheck) {
      cases.sync(task.censusId(), task.block());
    }
    String filter =
        recheck ? " and s.draw_rank is not null order by s.draw_rank" : " order by c.household_no";
    List<FieldWorkView.Household> households =
        jdbc
            .sql(SELECT + filter)
            .params(task.censusId(), task.block())
            .query(Row.class)
            .list()
            .stream()
            .map(row -> shown(row, null))
            .toList();
    int round = work.round(task.censusId(), task.block());
    return new FieldWorkView(
        recheck ? "recheck" : "enumerate",
        task.censusId(),
        task.block(),
        task.label(),
        task.visits(),
        round,
        task.returnReason(),
        outcomes(round),
        households);
  }

  FieldWorkView.Household household(FieldTask task, int number, String nextStep) {
    Row row =
        jdbc.sql(SELECT + " and c.household_no = ?")
            .params(task.censusId(), task.block(), number)
            .query(Row.class)
            .single();
    return shown(row, nextStep);
  }

  private static List<FieldWorkView.Outcome> outcomes(int round) {
    return Arrays.stream(VisitOutcome.values())
        .filter(outcome -> round > 0 || outcome != VisitOutcome.CONFIRMED)
        .map(outcome -> new FieldWorkView.Outcome(outcome.code(), outcome.label()))
        .toList();
  }

  private static FieldWorkView.Household shown(Row row, String nextStep) {
    String label =
        "OPEN".equals(row.status()) && "SELF".equals(row.mode())
            ? "等待自主填报"
            : LABELS.get(row.status());
    return new FieldWorkView.Household(
        row.number(),
        row.address(),
        row.status(),
        label,
        row.attempts(),
        VisitOutcome.of(String.valueOf(row.lastOutcome())).map(VisitOutcome::label).orElse(null),
        nextStep,
        row.checkedAt() != null,
        row.checkedItems(),
        row.wrongItems(),
        row.missedPersons(),
        row.unplaced());
  }
}
