package org.censusflow.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.censusflow.base.data.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The counts by block: in from public security, out as sums only. */
@Component
class RectificationCounts {

  private final JdbcClient jdbc;

  RectificationCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The part that public security may report on. */
  record OpenPart(String processKey, String district) {}

  /** The census's rectification under way in which the subdistrict is still being counted. */
  Optional<OpenPart> open(String censusId, String subdistrict) {
    return jdbc.sql(
            """
            select r.process_key, r.district from register_rectification r
              join rectification_part p on p.process_key = r.process_key
             where r.census_id = ? and p.subdistrict = ? and r.status <> 'COMPLETED'
               and p.status in ('COUNTING', 'COUNTED')
             order by r.started_at desc limit 1
            """)
        .params(censusId, subdistrict)
        .query(OpenPart.class)
        .optional();
  }

  /**
   * Takes a subdistrict's counts in place of those before.
   *
   * @throws CountsRefused when a block is not the subdistrict's; nothing is kept then
   */
  @Transactional
  void replace(String processKey, String subdistrict, List<BlockCounts> counts, String by) {
    List<String> known = blocks(processKey, subdistrict);
    if (!known.isEmpty()) {
      List<String> foreign =
          counts.stream().map(BlockCounts::block).filter(code -> !known.contains(code)).toList();
      if (!foreign.isEmpty()) {
        throw new CountsRefused(
            List.of(
                "不是本街道的小区：" + String.join("、", foreign.subList(0, Math.min(5, foreign.size())))));
      }
    }
    jdbc.sql("delete from rectification_count where process_key = ? and subdistrict = ?")
        .params(processKey, subdistrict)
        .update();
    for (BlockCounts count : counts) {
      jdbc.sql(
              """
              insert into rectification_count (process_key, subdistrict, block_code, registered, floating,
                separated, unregistered, to_cancel, overseas, foreigners)
              values (:key, :subdistrict, :block, :registered, :floating, :separated, :unregistered, :toCancel,
                :overseas, :foreigners)
              """)
          .paramSource(Params.of(count).and("key", processKey).and("subdistrict", subdistrict))
          .update();
    }
    jdbc.sql(
            """
            update rectification_part set status = 'COUNTED', counted_by = ?
             where process_key = ? and subdistrict = ?
            """)
        .params(by, processKey, subdistrict)
        .update();
  }

  /** The blocks that have been drawn in the subdistrict, by code. */
  List<String> blocks(String processKey, String subdistrict) {
    return jdbc.sql(
            """
            select b.code from block b join register_rectification r on r.census_id = b.census_id
             where r.process_key = ? and b.subdistrict = ? and b.retired_at is null order by b.code
            """)
        .params(processKey, subdistrict)
        .query(String.class)
        .list();
  }

  /** The blocks that counts were given for, by code. */
  List<String> reported(String processKey, String subdistrict) {
    return jdbc.sql(
            """
            select block_code from rectification_count
             where process_key = ? and subdistrict = ? order by block_code
            """)
        .params(processKey, subdistrict)
        .query(String.class)
        .list();
  }

  /**
   * @param subdistrict null for the whole district
   */
  RectificationTotals totals(String processKey, String subdistrict) {
    List<Object> params = new ArrayList<>(List.of(processKey));
    String part = "";
    if (subdistrict != null) {
      part = " and subdistrict = ?";
      params.add(subdistrict);
    }
    params.addAll(params);
    return jdbc.sql(
            """
            select c.*, d.* from
              (select count(*) as blocks, coalesce(sum(registered), 0) as registered,
                      coalesce(sum(floating), 0) as floating, coalesce(sum(separated), 0) as separated,
                      coalesce(sum(unregistered), 0) as unregistered,
                      coalesce(sum(to_cancel), 0) as to_cancel, coalesce(sum(overseas), 0) as overseas,
                      coalesce(sum(foreigners), 0) as foreigners
                 from rectification_count where process_key = ? %1$s) c
              cross join
              (select coalesce(sum(settled), 0) as settled, coalesce(sum(cancelled), 0) as cancelled,
                      coalesce(sum(temporary), 0) as temporary
                 from rectification_part where process_key = ? %1$s) d
            """
                .formatted(part))
        .params(params)
        .query(RectificationTotals.class)
        .single();
  }
}
