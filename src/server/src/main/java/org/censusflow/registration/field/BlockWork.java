package org.censusflow.registration.field;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far the registration of each block is. The phase waits here instead of in the engine. */
@Component
public class BlockWork {

  private final JdbcClient jdbc;
  private final Clock clock;

  BlockWork(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A block to be registered.
   *
   * @param code 15 digits
   * @param label what staff call it
   * @param subdistrict key in the district's file
   */
  public record Planned(String code, String label, String subdistrict) {}

  /** Blocks by their codes, in the order of these. */
  public List<Planned> named(String censusId, List<String> blocks) {
    return jdbc.sql(
            """
            select code, name as label, subdistrict from acceptance
             where census_id = :census and level = 'BLOCK' and code in (:blocks) order by code
            """)
        .param("census", censusId)
        .param("blocks", blocks)
        .query(Planned.class)
        .list();
  }

  /** The next blocks whose registration has not been started, in the order of their codes. */
  public List<Planned> planned(String censusId, int most) {
    return jdbc.sql(
            """
            select w.block_code as code, a.name as label, w.subdistrict
              from block_work w
              join acceptance a on a.census_id = w.census_id and a.level = 'BLOCK' and a.code = w.block_code
             where w.census_id = ? and w.state = 'PLANNED' and w.merged_into is null
             order by w.block_code fetch first ? rows only
            """)
        .params(censusId, most)
        .query(Planned.class)
        .list();
  }

  /** Whether a block is left whose registration has not been started. */
  public boolean anyPlanned(String censusId) {
    return !planned(censusId, 1).isEmpty();
  }

  /** Marks a block as begun, so that it is started once. */
  @Transactional
  public void started(String censusId, String block) {
    jdbc.sql(
            """
            update block_work set state = 'LISTING', started_at = ?
             where census_id = ? and block_code = ? and state = 'PLANNED'
            """)
        .params(Moments.now(clock), censusId, block)
        .update();
  }

  /** Notes by when the block has to be done; what is open after that counts as late. */
  @Transactional
  public void due(String censusId, String block, Instant shortForms, Instant longForms) {
    jdbc.sql(
            "update block_work set short_due_at = ?, long_due_at = ? where census_id = ? and block_code = ?")
        .params(Moments.at(shortForms), Moments.at(longForms), censusId, block)
        .update();
  }

  /** Keeps what the enumerator found before the registration, besides the list itself. */
  @Transactional
  public void listed(
      String censusId, String block, int persons, int emptyDwellings, int selfInvited) {
    jdbc.sql(
            """
            update block_work set state = 'SHORT_FORMS', listed_persons = ?, empty_dwellings = ?, self_invited = ?
             where census_id = ? and block_code = ?
            """)
        .params(persons, emptyDwellings, selfInvited, censusId, block)
        .update();
  }

  /** Whether the enumerator has listed the block's households. */
  boolean listed(String censusId, String block) {
    return jdbc.sql(
                """
                select count(*) from block_work
                 where census_id = ? and block_code = ? and state not in ('PLANNED', 'LISTING')
                """)
            .params(censusId, block)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Begins a block that was cut from others, in the round of enumeration that they are in. */
  void begun(String censusId, String block, Collection<String> cutFrom) {
    started(censusId, block);
    jdbc.sql(
            """
            update block_work set round = coalesce((select max(w.round) from block_work w
                    where w.census_id = :census and w.block_code in (:from)), 0)
             where census_id = :census and block_code = :block
            """)
        .param("census", censusId)
        .param("block", block)
        .param("from", cutFrom)
        .update();
  }

  /**
   * Notes that another block has taken the work over; nothing above waits for this one any more.
   */
  @Transactional
  public void merged(String censusId, String block, String into) {
    jdbc.sql("update block_work set merged_into = ? where census_id = ? and block_code = ?")
        .params(into, censusId, block)
        .update();
    jdbc.sql(
            """
            update acceptance set parent_code = null, reason = ?
             where census_id = ? and level = 'BLOCK' and code = ?
            """)
        .params("已并入小区 " + into, censusId, block)
        .update();
  }

  /** The round of enumeration that the block is in; 0 is the first. */
  public int round(String censusId, String block) {
    return jdbc.sql("select round from block_work where census_id = ? and block_code = ?")
        .params(censusId, block)
        .query(Integer.class)
        .single();
  }

  @Transactional
  public void remind(String censusId, String block) {
    jdbc.sql(
            "update block_work set reminders = reminders + 1 where census_id = ? and block_code = ?")
        .params(censusId, block)
        .update();
  }

  /** How many households of the block answer the long form; fixed when the short forms close. */
  @Transactional
  public void longForms(String censusId, String block, int households) {
    jdbc.sql(
            """
            update block_work set state = 'LONG_FORMS', long_forms = ?, long_registered = 0
             where census_id = ? and block_code = ?
            """)
        .params(households, censusId, block)
        .update();
  }

  @Transactional
  public void longFormsRegistered(String censusId, String block, int households) {
    jdbc.sql("update block_work set long_registered = ? where census_id = ? and block_code = ?")
        .params(households, censusId, block)
        .update();
  }
}
