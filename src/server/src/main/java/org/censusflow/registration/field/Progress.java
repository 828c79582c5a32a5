package org.censusflow.registration.field;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the registration is, of the district and of each of its parts. Read from the counts that
 * are kept with every change, a row a block, so that the whole district is as quick as a block.
 * Parts stand in the order of their codes: figures steer the work and rank nobody (census
 * regulation art. 33).
 */
@Component
public class Progress {

  private static final String FIGURES =
      """
      count(*) as blocks,
      coalesce(sum(case when w.state <> 'PLANNED' then 1 else 0 end), 0) as started,
      count(w.short_accepted_at) as short_accepted,
      count(w.registered_at) as registered,
      coalesce(sum(case when w.short_accepted_at is null and w.short_due_at < :now
                          or w.registered_at is null and w.long_due_at < :now then 1 else 0 end), 0) as late,
      coalesce(sum(case when w.round > 0 then 1 else 0 end), 0) as redone,
      coalesce(sum(c.listed), 0) as listed,
      coalesce(sum(c.settled), 0) as settled,
      coalesce(sum(c.proxies), 0) as proxies,
      coalesce(sum(c.empties), 0) as empties,
      coalesce(sum(c.households), 0) as households,
      coalesce(sum(w.listed_persons), 0) as listed_persons,
      coalesce(sum(c.here), 0) as here,
      coalesce(sum(c.absent), 0) as absent,
      coalesce(sum(c.foreigners), 0) as foreigners,
      coalesce(sum(c.without_id), 0) as without_id,
      coalesce(sum(c.sampled), 0) as sampled,
      coalesce(sum(c.rechecked), 0) as rechecked,
      coalesce(sum(c.checked_items), 0) as checked_items,
      coalesce(sum(c.wrong_items), 0) as wrong_items,
      coalesce(sum(c.missed_persons), 0) as missed_persons,
      coalesce(sum(w.long_forms), 0) as long_forms,
      coalesce(sum(w.long_registered), 0) as long_registered,
      coalesce(sum(c.unplaced), 0) as unplaced
        from block_work w
        join block_count c on c.census_id = w.census_id and c.block_code = w.block_code
       where w.census_id = :census and w.merged_into is null
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Progress(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A part of the district with its figures.
   *
   * @param acceptance how far its acceptance is: OPEN, READY, SUBMITTED, RETURNED, ACCEPTED
   */
  public record Part(
      Level level, String code, String name, String acceptance, FieldFigures figures) {}

  /** The figures of a block, an area, a subdistrict or, whatever the code, the district. */
  public FieldFigures figures(String censusId, Level level, String code) {
    var query =
        jdbc.sql("select " + FIGURES + only(level))
            .param("census", censusId)
            .param("now", Moments.now(clock));
    if (level != Level.DISTRICT) {
      query = query.param("code", code);
    }
    return query.query(FieldFigures.class).single();
  }

  /**
   * The parts right below: the subdistricts of the district, the areas of a subdistrict, the blocks
   * of an area; none of a block. In the order of their codes.
   */
  public List<Part> parts(String censusId, Level level, String code) {
    return level == Level.BLOCK
        ? List.of()
        : parts(censusId, level, code, Level.values()[level.ordinal() - 1]);
  }

  /** All blocks of a whole with their own figures, in the order of their codes. */
  public List<Part> blocks(String censusId, Level level, String code) {
    return parts(censusId, level, code, Level.BLOCK);
  }

  private List<Part> parts(String censusId, Level level, String code, Level below) {
    String key = column(below);
    var query =
        jdbc.sql(
                "select a.name as part_name, a.status as acceptance, f.* from (select "
                    + key
                    + " as part, "
                    + FIGURES
                    + only(level)
                    + " group by "
                    + key
                    + ") f join acceptance a on a.census_id = :census and a.level = '"
                    + below.name()
                    + "' and a.code = f.part order by f.part")
            .param("census", censusId)
            .param("now", Moments.now(clock));
    if (level != Level.DISTRICT) {
      query = query.param("code", code);
    }
    var figures = new org.springframework.jdbc.core.DataClassRowMapper<>(FieldFigures.class);
    return query
        .query(
            (row, n) ->
                new Part(
                    below,
                    row.getString("part"),
                    row.getString("part_name"),
                    row.getString("acceptance"),
                    figures.mapRow(row, n)))
        .list();
  }

  /** Questions to households of a block, an area, a subdistrict or the district that wait. */
  public int openQuestions(String censusId, Level level, String code) {
    return openQuestionsByBlock(censusId, level, code).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** The same by the codes of the blocks that have any. */
  public Map<String, Integer> openQuestionsByBlock(String censusId, Level level, String code) {
    var query =
        jdbc.sql(
                """
                select w.block_code, count(*) from household_question q
                  join household h on h.id = q.household_id
                  join block_work w on w.census_id = h.census_id and w.block_code = h.block_code
                 where q.census_id = :census and q.state in ('OPEN', 'ANSWERED')
                """
                    + only(level)
                    + " group by w.block_code")
            .param("census", censusId);
    if (level != Level.DISTRICT) {
      query = query.param("code", code);
    }
    return query.query((row, n) -> Map.entry(row.getString(1), row.getInt(2))).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String only(Level level) {
    return level == Level.DISTRICT ? "" : " and " + column(level) + " = :code";
  }

  private static String column(Level level) {
    return switch (level) {
      case BLOCK -> "w.block_code";
      case AREA -> "w.area_code";
      case SUBDISTRICT -> "w.subdistrict";
      case DISTRICT -> throw new IllegalArgumentException("The district is the whole");
    };
  }
}
