package org.censusflow.registration.field;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes blocks that were accepted back into work. Every whole that they belong to is open again and
 * comes to its acceptance anew, when all its parts are accepted.
 */
@Component
public class Reopenings {

  private static final String OF_LEVEL = " where census_id = :census and level = :level";

  private final JdbcClient jdbc;
  private final RecheckSamples samples;
  private final FieldCounts counts;

  Reopenings(JdbcClient jdbc, RecheckSamples samples, FieldCounts counts) {
    this.jdbc = jdbc;
    this.samples = samples;
    this.counts = counts;
  }

  /**
   * What has to be begun again and what has to end.
   *
   * @param blocks codes of the blocks that were accepted and are not any more
   * @param wholes acceptances that were on their way, by level and code
   */
  public record Reopened(List<String> blocks, List<Acceptances.Unit> wholes) {}

  /** Those of the codes that are blocks of this whole, and have not been merged into another. */
  public Set<String> among(String censusId, Level level, String code, Collection<String> codes) {
    if (codes.isEmpty()) {
      return Set.of();
    }
    String part =
        switch (level) {
          case BLOCK -> " and block_code = :code";
          case AREA -> " and area_code = :code";
          case SUBDISTRICT -> " and subdistrict = :code";
          case DISTRICT -> " and :code is not null";
        };
    return Set.copyOf(
        jdbc.sql(
                "select block_code from block_work where census_id = :census and merged_into is null"
                    + " and block_code in (:codes)"
                    + part)
            .param("census", censusId)
            .param("code", code)
            .param("codes", codes)
            .query(String.class)
            .list());
  }

  /**
   * Returns blocks to their enumerators, who confirm every household anew.
   *
   * @param reason what the reviewer found
   */
  @Transactional
  public Reopened redo(String censusId, Collection<String> blocks, String reason) {
    Reopened reopened = reopen(censusId, blocks, reason);
    reopened.blocks().forEach(block -> samples.reopen(censusId, block));
    begin(censusId, reopened.blocks());
    return reopened;
  }

  /** Opens blocks for what has come to them; what was registered there stays settled. */
  @Transactional
  public Reopened extend(String censusId, Collection<String> blocks, String reason) {
    Reopened reopened = reopen(censusId, blocks, reason);
    begin(censusId, reopened.blocks());
    return reopened;
  }

  /** Opens every whole that the blocks belong to; their acceptance comes again. */
  @Transactional
  public List<Acceptances.Unit> openWholes(String censusId, Collection<String> blocks) {
    List<Acceptances.Unit> withdrawn = new ArrayList<>();
    Collection<String> parts = blocks;
    for (Level level = Level.BLOCK; level != Level.DISTRICT; level = level.above()) {
      parts = parents(censusId, level, parts);
      withdrawn.addAll(open(censusId, level.above(), parts));
    }
    jdbc.sql("update field_phase set registered_at = null where census_id = ?")
        .param(censusId)
        .update();
    return withdrawn;
  }

  private Reopened reopen(String censusId, Collection<String> blocks, String reason) {
    List<String> accepted =
        jdbc.sql(
                """
                select block_code from block_work
                 where census_id = :census and block_code in (:blocks) and short_accepted_at is not null
                 order by block_code
                """)
            .param("census", censusId)
            .param("blocks", blocks)
            .query(String.class)
            .list();
    if (accepted.isEmpty()) {
      return new Reopened(List.of(), List.of());
    }
    jdbc.sql(
            "update acceptance set status = 'OPEN', returns = returns + 1, reason = :reason"
                + OF_LEVEL
                + " and code in (:blocks)")
        .param("reason", reason)
        .param("census", censusId)
        .param("level", Level.BLOCK.name())
        .param("blocks", accepted)
        .update();
    return new Reopened(accepted, openWholes(censusId, accepted));
  }

  private void begin(String censusId, List<String> blocks) {
    for (String block : blocks) {
      jdbc.sql(
              """
              update block_work set state = 'LISTING', short_accepted_at = null, registered_at = null
               where census_id = ? and block_code = ?
              """)
          .params(censusId, block)
          .update();
    }
    counts.changed(censusId, blocks);
  }

  private Collection<String> parents(String censusId, Level level, Collection<String> parts) {
    if (parts.isEmpty()) {
      return parts;
    }
    return new TreeSet<>(
        jdbc.sql(
                "select parent_code from acceptance"
                    + OF_LEVEL
                    + " and code in (:parts) and parent_code is not null")
            .param("census", censusId)
            .param("level", level.name())
            .param("parts", parts)
            .query(String.class)
            .list());
  }

  private List<Acceptances.Unit> open(String censusId, Level level, Collection<String> codes) {
    if (codes.isEmpty()) {
      return List.of();
    }
    String these = OF_LEVEL + " and code in (:codes)";
    List<Acceptances.Unit> running =
        jdbc.sql(
                "select level, code, name, parent_code, subdistrict from acceptance"
                    + these
                    + " and status not in ('OPEN', 'ACCEPTED')")
            .param("census", censusId)
            .param("level", level.name())
            .param("codes", codes)
            .query(Acceptances.Unit.class)
            .list();
    jdbc.sql("update acceptance set status = 'OPEN', registered_at = null" + these)
        .param("census", censusId)
        .param("level", level.name())
        .param("codes", codes)
        .update();
    return running;
  }
}
