package org.censusflow.postenumeration.quality;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.data.Moments;
import org.censusflow.base.data.Params;
import org.censusflow.governance.inspection.InspectionFinding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sample blocks of a check: team, independent count, comparison, findings. */
@Component
public class SampleBlocks {

  private static final String THIS = " where check_key = ? and block_code = ?";

  private final JdbcClient jdbc;
  private final Clock clock;

  SampleBlocks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A sample block of a check, by the check's process instance and the block's code. */
  public record Key(String check, String block) {}

  /**
   * What the team counted.
   *
   * @param source where its record is kept
   */
  public record Count(
      int households,
      int persons,
      int refusals,
      String source,
      String note,
      String countedBy,
      String countersignedBy) {}

  /** What the registrations count of a block. */
  public record Registered(int households, int persons) {}

  /** Where a comparison's figures come from. */
  public enum Origin {
    /** An officer's entry, with its source. */
    ENTRY,
    /** A computation that matched the two counts person by person. */
    COMPUTED
  }

  /**
   * How count and registrations agree, in persons. An officer enters it now; a computation that
   * matches them calls the same method with {@link Origin#COMPUTED}.
   *
   * @param unresolved of those in one of the two only, how many are not cleared up
   */
  public record Comparison(
      int matched,
      int onlyCensus,
      int onlyCheck,
      int unresolved,
      Origin origin,
      String source,
      String by) {}

  /** Names the team; naming it again replaces it. */
  @Transactional
  public void name(Key key, String leader, List<String> checkers, LocalDate visitOn) {
    jdbc.sql("update sample_block set status = 'TEAM_NAMED', team_leader = ?, visit_on = ?" + THIS)
        .params(leader, Date.valueOf(visitOn), key.check(), key.block())
        .update();
    jdbc.sql("delete from sample_checker" + THIS).params(key.check(), key.block()).update();
    for (String account : checkers) {
      jdbc.sql("insert into sample_checker (check_key, block_code, account) values (?, ?, ?)")
          .params(key.check(), key.block(), account)
          .update();
    }
  }

  @Transactional
  public void remind(Key key) {
    jdbc.sql("update sample_block set reminders = reminders + 1" + THIS)
        .params(key.check(), key.block())
        .update();
  }

  /** Seals the independent count, and only then counts what the registrations have of the block. */
  @Transactional
  public Registered seal(Key key, Count count) {
    Registered registered = registered(key);
    jdbc.sql(
            """
            update sample_block set status = 'COUNTED', check_households = :households, check_persons = :persons,
                   refusals = :refusals, count_source = :source, count_note = :note, counted_by = :countedBy,
                   countersigned_by = :countersignedBy, counted_at = :now,
                   census_households = :registeredHouseholds, census_persons = :registeredPersons
             where check_key = :check and block_code = :block
            """)
        .paramSource(
            Params.of(count)
                .and(key)
                .and("registeredHouseholds", registered.households())
                .and("registeredPersons", registered.persons())
                .and("now", clock.instant()))
        .update();
    return registered;
  }

  private Registered registered(Key key) {
    return jdbc.sql(
            """
            select count(distinct p.household_id) as households, count(*) as persons
              from person p
              join person_version v on v.person_id = p.id and v.version = p.current_version
             where p.census_id = (select census_id from quality_check where process_key = ?)
               and v.block_code = ? and v.status = 'REGISTERED' and v.residence = 'here'
            """)
        .params(key.check(), key.block())
        .query(Registered.class)
        .single();
  }

  /** Keeps a comparison and tells the how manieth it is. */
  @Transactional
  public int compare(Key key, Comparison comparison) {
    jdbc.sql(
            """
            update sample_block set status = 'COMPARED', matched = :matched, only_census = :onlyCensus,
                   only_check = :onlyCheck, unresolved = :unresolved, comparison_origin = :origin,
                   comparison_source = :source, compared_by = :by, rounds = rounds + 1
             where check_key = :check and block_code = :block
            """)
        .paramSource(Params.of(comparison).and(key))
        .update();
    return jdbc.sql("select rounds from sample_block" + THIS)
        .params(key.check(), key.block())
        .query(Integer.class)
        .single();
  }

  /** Adds a finding; the same item twice is one finding. */
  @Transactional
  public void find(Key key, InspectionFinding finding) {
    jdbc.sql("update sample_block set status = 'FINDINGS'" + THIS)
        .params(key.check(), key.block())
        .update();
    jdbc.sql("delete from sample_finding" + THIS + " and item = ?")
        .params(key.check(), key.block(), finding.item())
        .update();
    jdbc.sql(
            """
            insert into sample_finding (check_key, block_code, item, kind, title, content, severity, deadline, refers)
            values (:check, :block, :item, :kind, :title, :content, :severity, :deadline, :refers)
            """)
        .paramSource(Params.of(finding).and(key))
        .update();
  }

  public List<InspectionFinding> findings(Key key) {
    return jdbc.sql(
            "select %s from sample_finding %s order by item"
                .formatted(InspectionFinding.COLUMNS, THIS))
        .params(key.check(), key.block())
        .query(InspectionFinding::read)
        .list();
  }

  /**
   * @param agrees whether count and registrations agree; otherwise the findings are settled
   */
  @Transactional
  public void settle(Key key, boolean agrees) {
    jdbc.sql("update sample_block set status = ?, settled_at = ?" + THIS)
        .params(agrees ? "AGREED" : "SETTLED", Moments.now(clock), key.check(), key.block())
        .update();
  }
}
