package org.censusflow.registration.field;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.censusflow.base.data.Moments;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the counts of every block exact: whoever changes registrations, visits or rechecks of
 * blocks says so in the same transaction. A block is counted anew rather than added to, so that
 * saying it twice does no harm.
 */
@Component
public class FieldCounts {

  private static final int CHUNK = 500;

  private static final String FIELDS =
      """
      listed, settled, proxies, empties, households, here, absent, foreigners, without_id,
      sampled, rechecked, checked_items, wrong_items, missed_persons, unplaced
      """;

  private static final String COUNT =
      """
      select b.code as block_code,
             coalesce(c.listed, 0), coalesce(c.settled, 0), coalesce(c.proxies, 0), coalesce(c.empties, 0),
             coalesce(h.households, 0),
             coalesce(p.here, 0), coalesce(p.absent, 0), coalesce(p.foreigners, 0), coalesce(p.without_id, 0),
             coalesce(s.sampled, 0), coalesce(s.rechecked, 0), coalesce(s.checked_items, 0),
             coalesce(s.wrong_items, 0), coalesce(s.missed_persons, 0), coalesce(u.unplaced, 0)
        from block b
        left join (select k.block_code, count(*) as listed,
                          sum(case when k.status <> 'OPEN' then 1 else 0 end) as settled,
                          sum(case when k.status = 'PROXY' then 1 else 0 end) as proxies,
                          sum(case when k.status = 'EMPTY' then 1 else 0 end) as empties
                     from household_case k where k.census_id = :census %1$s group by k.block_code) c
               on c.block_code = b.code
        left join (select k.block_code, count(*) as households
                     from household k
                    where k.census_id = :census and k.state = 'ANSWERED' %1$s group by k.block_code) h
               on h.block_code = b.code
        left join (select k.block_code,
                          sum(case when v.residence = 'here' then 1 else 0 end) as here,
                          sum(case when v.residence = 'absent' then 1 else 0 end) as absent,
                          sum(case when v.form = 'foreign' then 1 else 0 end) as foreigners,
                          sum(case when v.form <> 'foreign' and coalesce(v.id_number, '') = '' then 1 else 0 end)
                            as without_id
                     from household k
                     join person r on r.household_id = k.id
                     join person_version v on v.person_id = r.id and v.version = r.current_version
                    where k.census_id = :census %1$s and v.status = 'REGISTERED' group by k.block_code) p
               on p.block_code = b.code
        left join (select k.block_code, count(*) as sampled, count(k.checked_at) as rechecked,
                          sum(k.checked_items) as checked_items, sum(k.wrong_items) as wrong_items,
                          sum(k.missed_persons) as missed_persons
                     from recheck_sample k
                     join block_work w on w.census_id = k.census_id and w.block_code = k.block_code
                                      and w.round = k.round
                    where k.census_id = :census %1$s group by k.block_code) s
               on s.block_code = b.code
        left join (select k.block_code, count(*) as unplaced
                     from household_unplaced n
                     join household k on k.id = n.household_id
                    where k.census_id = :census %1$s group by k.block_code) u
               on u.block_code = b.code
       where b.census_id = :census %2$s
       order by b.code
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Clock clock;

  FieldCounts(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
    this.jdbc = jdbc;
    this.template = template;
    this.clock = clock;
  }

  /**
   * Counts blocks anew. To be called inside the transaction that changed them: others who change
   * the same block wait until it ends, and then count what it left.
   */
  @Transactional
  public void changed(String censusId, Collection<String> blocks) {
    List<String> ordered = List.copyOf(new TreeSet<>(blocks));
    for (int from = 0; from < ordered.size(); from += CHUNK) {
      count(censusId, ordered.subList(from, Math.min(ordered.size(), from + CHUNK)));
    }
  }

  /** Counts every block of the census anew. */
  @Transactional
  public void recountAll(String censusId) {
    addMissing(censusId);
    jdbc.sql(
            "select block_code from block_count where census_id = ? order by block_code for update")
        .param(censusId)
        .query(String.class)
        .list();
    keep(censusId, counted(censusId, null));
  }

  private void count(String censusId, List<String> blocks) {
    lock(censusId, blocks);
    keep(censusId, counted(censusId, blocks));
  }

  private void lock(String censusId, List<String> blocks) {
    String select =
        """
        select block_code from block_count where census_id = :census and block_code in (:blocks)
         order by block_code for update
        """;
    int locked =
        jdbc.sql(select)
            .param("census", censusId)
            .param("blocks", blocks)
            .query(String.class)
            .list()
            .size();
    if (locked < blocks.size()) {
      addMissing(censusId);
      jdbc.sql(select).param("census", censusId).param("blocks", blocks).query(String.class).list();
    }
  }

  private void addMissing(String censusId) {
    jdbc.sql(
            """
            insert into block_count (census_id, block_code)
            select b.census_id, b.code from block b
             where b.census_id = ? and not exists (select 1 from block_count c
                                where c.census_id = b.census_id and c.block_code = b.code)
            """)
        .param(censusId)
        .update();
  }

  /**
   * The counts as the tables have them now, a row a block: its code and {@link #FIELDS}.
   *
   * @param blocks null for all
   */
  List<Object[]> counted(String censusId, List<String> blocks) {
    String sql =
        COUNT.formatted(
            blocks == null ? "" : "and k.block_code in (:blocks)",
            blocks == null ? "" : "and b.code in (:blocks)");
    var query = jdbc.sql(sql).param("census", censusId);
    if (blocks != null) {
      query = query.param("blocks", blocks);
    }
    return query
        .query(
            (row, n) -> {
              Object[] values = new Object[FIELDS.split(",").length + 1];
              values[0] = row.getString(1);
              for (int i = 1; i < values.length; i++) {
                values[i] = row.getInt(i + 1);
              }
              return values;
            })
        .list();
  }

  /** The counts as they are kept, in the form of {@link #counted}. */
  List<Object[]> kept(String censusId) {
    return jdbc.sql(
            "select block_code, "
                + FIELDS
                + " from block_count where census_id = ? order by block_code")
        .param(censusId)
        .query(
            (row, n) -> {
              Object[] values = new Object[row.getMetaData().getColumnCount()];
              values[0] = row.getString(1);
              for (int i = 1; i < values.length; i++) {
                values[i] = row.getInt(i + 1);
              }
              return values;
            })
        .list();
  }

  private void keep(String censusId, List<Object[]> counted) {
    Timestamp now = Moments.now(clock);
    List<Object[]> rows = new ArrayList<>(counted.size());
    for (Object[] count : counted) {
      Object[] row = new Object[count.length + 2];
      System.arraycopy(count, 1, row, 0, count.length - 1);
      row[count.length - 1] = now;
      row[count.length] = censusId;
      row[count.length + 1] = count[0];
      rows.add(row);
    }
    String set = FIELDS.strip().replaceAll("\\s*,\\s*", " = ?, ") + " = ?, counted_at = ?";
    template.batchUpdate(
        "update block_count set " + set + " where census_id = ? and block_code = ?", rows);
  }
}
