package org.censusflow.crosscheck.compare;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.data.Moments;
import org.censusflow.registration.answers.Census;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what a comparison saw, and makes differences of it once it is known what each pattern
 * means.
 */
@Component
class FindingStore {

  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;

  FindingStore(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  /** A register row that a finding rests on. */
  record Source(String supply, long deliveryId, int line) {}

  /** One person, with everything that the registers and the census say of them together. */
  record Finding(
      int subject,
      String pattern,
      Long personId,
      Long secondPersonId,
      String block,
      String evidence,
      List<Source> sources) {}

  /** What a pattern means. */
  record Meaning(DifferenceClass difference, Verifier verifier, Verifier reviewer) {}

  boolean exists(Census census) {
    return jdbc.sql(
                "select count(*) from comparison_run where census_id = ? and frozen_version = ?")
            .params(census.id(), census.frozenVersion().orElseThrow())
            .query(Integer.class)
            .single()
        > 0;
  }

  void saveRun(Census census, int comparedRows, int registerRows, long milliseconds) {
    jdbc.sql(
            """
            insert into comparison_run (census_id, frozen_version, compared_rows, register_rows, milliseconds, finished_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            census.id(),
            census.frozenVersion().orElseThrow(),
            comparedRows,
            registerRows,
            milliseconds,
            Moments.now(clock))
        .update();
  }

  CrossChecks.Compared compared(long run) {
    return jdbc.sql(
            """
            select compared_rows as census_rows, register_rows,
                   (select count(*) from finding f where f.run_id = r.id) as findings
              from comparison_run r where r.id = ?
            """)
        .param(run)
        .query(CrossChecks.Compared.class)
        .single();
  }

  /** Puts a comparison's findings and figures in the place of an earlier one's of the same run. */
  void replace(long run, CensusComparison.Result result) {
    for (String table : List.of("difference_source", "finding", "comparison_figure")) {
      jdbc.sql("delete from " + table + " where run_id = ?").param(run).update();
    }
    saveFigures(run, result.figures());
    save(run, result.findings());
    jdbc.sql("update comparison_run set person_verdicts = ? where id = ?")
        .params(result.verdicts(), run)
        .update();
  }

  /** How many verdicts of people the findings of a run rest on. */
  int verdicts(long run) {
    return jdbc.sql("select person_verdicts from comparison_run where id = ?")
        .param(run)
        .query(Integer.class)
        .single();
  }

  boolean hasDifferences(long run) {
    return jdbc.sql("select count(*) from difference where run_id = ?")
            .param(run)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void saveFigures(long run, List<Figures.RegisterFigures> figures) {
    BulkInsert.rows(
        template,
        "comparison_figure (run_id, supply, unit, compared, matched, review, "
            + "only_census, only_register)",
        figures.stream()
            .map(
                f ->
                    new Object[] {
                      run,
                      f.supply(),
                      f.unit(),
                      f.compared(),
                      f.matched(),
                      f.review(),
                      f.onlyCensus(),
                      f.onlyRegister()
                    })
            .toList());
  }

  private void save(long run, Iterable<Finding> findings) {
    List<Object[]> rows = new ArrayList<>(BATCH);
    List<Object[]> sources = new ArrayList<>();
    for (Finding f : findings) {
      rows.add(
          new Object[] {
            run, f.subject(), f.pattern(), f.personId(), f.secondPersonId(), f.block(), f.evidence()
          });
      f.sources()
          .forEach(
              s ->
                  sources.add(
                      new Object[] {run, f.subject(), s.supply(), s.deliveryId(), s.line()}));
      if (rows.size() == BATCH) {
        flush(rows, sources);
      }
    }
    flush(rows, sources);
  }

  private void flush(List<Object[]> rows, List<Object[]> sources) {
    BulkInsert.rows(
        template,
        "finding (run_id, subject, pattern, person_id, second_person_id, block_code, evidence)",
        rows);
    BulkInsert.rows(
        template, "difference_source (run_id, subject, supply, delivery_id, line)", sources);
    rows.clear();
    sources.clear();
  }

  List<String> patterns(long run) {
    return jdbc.sql("select distinct pattern from finding where run_id = ? order by pattern")
        .param(run)
        .query(String.class)
        .list();
  }

  /** Makes a difference of every finding with this pattern; repeating it adds nothing. */
  int makeDifferences(String censusId, long run, String pattern, Meaning meaning) {
    return jdbc.sql(
            """
            insert into difference (run_id, census_id, subject, class_code, person_id, second_person_id, block_code,
                evidence, verifier, reviewer, status)
            select f.run_id, :census, f.subject, :class, f.person_id, f.second_person_id, f.block_code, f.evidence,
                   case when f.block_code = :unlocated then :office else :verifier end,
                   case when f.block_code = :unlocated then :office else :reviewer end,
                   'OPEN'
              from finding f
             where f.run_id = :run and f.pattern = :pattern
               and not exists (select 1 from difference d
                                where d.run_id = f.run_id and d.subject = f.subject and d.class_code = :class)
            """)
        .param("census", censusId)
        .param("class", meaning.difference().name())
        .param("unlocated", Difference.UNLOCATED)
        .param("office", Verifier.OFFICE.code())
        .param("verifier", meaning.verifier().code())
        .param("reviewer", meaning.reviewer().code())
        .param("run", run)
        .param("pattern", pattern)
        .update();
  }
}
