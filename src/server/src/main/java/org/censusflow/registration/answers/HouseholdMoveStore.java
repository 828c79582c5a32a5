package org.censusflow.registration.answers;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.censusflow.base.data.BulkInsert;
import org.censusflow.base.data.Moments;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.registration.answers.HouseholdsMoved.Move;
import org.censusflow.registration.intake.Turns;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes households as they come to another block: what they answered is copied, never changed. */
@Component
class HouseholdMoveStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Turns turns;
  private final Clock clock;

  HouseholdMoveStore(JdbcClient jdbc, JdbcTemplate template, Turns turns, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.turns = turns;
    this.clock = clock;
  }

  record Household(long id, String block, int number, String address) {}

  /** The households of blocks, in the order of their numbers. */
  List<Household> in(String censusId, Collection<String> blocks) {
    return jdbc.sql(
            """
            select id, block_code as block, household_no as number, address from household
             where census_id = :census and block_code in (:blocks) order by block_code, household_no
            """)
        .param("census", censusId)
        .param("blocks", blocks)
        .query(Household.class)
        .list();
  }

  /**
   * Notes which of these households the listing does not place; of the others an earlier change's
   * note goes.
   */
  void unplaced(BlocksChanged changed, List<Household> among, List<Household> unplaced) {
    template.batchUpdate(
        "delete from household_unplaced where household_id = ?",
        among.stream().map(one -> new Object[] {one.id()}).toList());
    BulkInsert.rows(
        template,
        "household_unplaced (household_id, census_id, change_id)",
        unplaced.stream()
            .map(one -> new Object[] {one.id(), changed.censusId(), changed.changeId()})
            .toList());
  }

  void move(BlocksChanged changed, List<Move> moves) {
    Timestamp now = Moments.now(clock);
    moves.forEach(one -> turns.ofMembers(one.household()));
    BulkInsert.rows(
        template,
        "household_move (change_id, household_id, census_id, from_block, from_no, "
            + "to_block, to_no, made_by, made_at)",
        moves.stream()
            .map(
                one ->
                    new Object[] {
                      changed.changeId(),
                      one.household(),
                      changed.censusId(),
                      one.from(),
                      one.fromNo(),
                      one.to(),
                      one.toNo(),
                      changed.by(),
                      now
                    })
            .toList());
    template.batchUpdate(
        "update household set block_code = ?, household_no = ? where id = ?",
        moves.stream().map(one -> new Object[] {one.to(), one.toNo(), one.household()}).toList());
    template.batchUpdate(
        """
        insert into person_version (person_id, version, status, block_code, line_no, name, relation, id_number, sex,
            birth_date, ethnicity, residence, hukou_place, form, items, reason, made_by, made_at)
        select v.person_id, v.version + 1, v.status, ?, v.line_no, v.name, v.relation, v.id_number, v.sex,
               v.birth_date, v.ethnicity, v.residence, v.hukou_place, v.form, v.items, ?, ?,
               cast(? as timestamp with time zone)
          from person p join person_version v on v.person_id = p.id and v.version = p.current_version
         where p.household_id = ? and v.block_code = ?
        """,
        moves.stream()
            .map(
                one ->
                    new Object[] {
                      one.to(), changed.note(), changed.by(), now, one.household(), one.from()
                    })
            .toList());
    template.batchUpdate(
        """
        update person set current_version = current_version + 1
         where household_id = ? and exists (select 1 from person_version v
                 where v.person_id = person.id and v.version = person.current_version + 1)
        """,
        moves.stream().map(one -> new Object[] {one.household()}).toList());
  }
}
