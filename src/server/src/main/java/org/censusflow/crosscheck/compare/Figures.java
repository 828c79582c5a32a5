package org.censusflow.crosscheck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The comparison's figures: counts only, never a person. */
@Component
public class Figures {

  private final JdbcClient jdbc;

  Figures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How one register compares with the census. */
  public record RegisterFigures(
      String supply,
      String unit,
      int compared,
      int matched,
      int review,
      int onlyCensus,
      int onlyRegister) {}

  /**
   * How the rechecks stand.
   *
   * @param blocks blocks with differences
   * @param openBlocks blocks still being rechecked
   */
  public record Standing(
      int differences, int settled, int remaining, int returned, int blocks, int openBlocks) {

    /** Share of the differences that are not settled, between 0 and 1. */
    public double openShare() {
      return differences == 0 ? 0 : (double) remaining / differences;
    }
  }

  /** One class of differences: how many, and how many of them are settled. */
  public record ClassFigures(DifferenceClass difference, int found, int settled) {}

  /** Key of the comparison whose differences count; none before the first comparison. */
  public OptionalLong latestRun(String censusId) {
    List<Long> run =
        jdbc.sql("select id from comparison_run where census_id = ? order by id desc limit 1")
            .param(censusId)
            .query(Long.class)
            .list();
    return run.isEmpty() ? OptionalLong.empty() : OptionalLong.of(run.get(0));
  }

  public List<RegisterFigures> ofRun(long run) {
    return jdbc.sql(
            """
            select supply, unit, compared, matched, review, only_census, only_register
              from comparison_figure where run_id = ? order by unit, supply
            """)
        .param(run)
        .query(RegisterFigures.class)
        .list();
  }

  public Standing standing(String censusId) {
    return jdbc.sql(
            """
            select count(*) as differences,
                   coalesce(sum(case when status = 'APPROVED' then 1 else 0 end), 0) as settled,
                   coalesce(sum(case when status <> 'APPROVED' then 1 else 0 end), 0) as remaining,
                   coalesce(sum(case when status = 'RETURNED' then 1 else 0 end), 0) as returned,
                   count(distinct block_code) as blocks,
                   (select count(*) from area_recheck a
                     where a.census_id = :census and a.completed_at is null) as open_blocks
              from difference where census_id = :census
            """)
        .param("census", censusId)
        .query(Standing.class)
        .single();
  }

  /** All classes in their order, those without a difference included. */
  public List<ClassFigures> byClass(String censusId) {
    Map<String, int[]> counts = new TreeMap<>();
    jdbc.sql(
            """
            select class_code, count(*) as found,
                   sum(case when status = 'APPROVED' then 1 else 0 end) as settled
              from difference where census_id = ? group by class_code
            """)
        .param(censusId)
        .query(
            row -> {
              counts.put(
                  row.getString("class_code"),
                  new int[] {row.getInt("found"), row.getInt("settled")});
            });
    List<ClassFigures> figures = new ArrayList<>();
    for (DifferenceClass difference : DifferenceClass.values()) {
      int[] count = counts.getOrDefault(difference.name(), new int[2]);
      figures.add(new ClassFigures(difference, count[0], count[1]));
    }
    return figures;
  }

  /** Approved outcomes by their label, the most frequent first. */
  public Map<String, Integer> byOutcome(String censusId) {
    Map<String, Integer> counts = new java.util.LinkedHashMap<>();
    jdbc.sql(
            """
            select outcome, count(*) as n from difference
             where census_id = ? and status = 'APPROVED' group by outcome order by n desc, outcome
            """)
        .param(censusId)
        .query(
            row -> {
              counts.put(
                  Outcome.ofCode(row.getString("outcome")).orElseThrow().label(), row.getInt("n"));
            });
    return counts;
  }
}
