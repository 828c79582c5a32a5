package org.censusflow.registration.field;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts again, at the program's start, what came in since it was last counted. A file's rows are
 * stored chunk by chunk and counted at its end; when the program was stopped between the two, what
 * is stored shows at once and not only when the file has gone on.
 */
@Component
class CountsAtStart {

  private static final Logger log = LoggerFactory.getLogger(CountsAtStart.class);

  /** Files of which something is stored and nothing was counted since. */
  private static final String FILES =
      """
      select distinct j.census_id from intake_job j
       where j.accepted > 0
         and (j.state = 'RUNNING'
              or j.finished_at > (select coalesce(min(c.counted_at), timestamp with time zone '1970-01-01 00:00:00+00')
                                    from block_count c where c.census_id = j.census_id))
       order by j.census_id
      """;

  /** Blocks with a household that came by itself and was not counted since. */
  private static final String HOUSEHOLDS =
      """
      select distinct h.census_id, h.block_code
        from intake_key k
        join household h on h.id = k.household_id
        left join block_count c on c.census_id = h.census_id and c.block_code = h.block_code
       where c.counted_at is null or k.received_at > c.counted_at
      """;

  private final JdbcClient jdbc;
  private final FieldCounts counts;

  CountsAtStart(JdbcClient jdbc, FieldCounts counts) {
    this.jdbc = jdbc;
    this.counts = counts;
  }

  private record Place(String censusId, String blockCode) {}

  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  void countAgain() {
    Map<String, TreeSet<String>> blocks =
        jdbc.sql(HOUSEHOLDS).query(Place.class).list().stream()
            .collect(
                Collectors.groupingBy(
                    Place::censusId,
                    Collectors.mapping(Place::blockCode, Collectors.toCollection(TreeSet::new))));
    List<String> whole = jdbc.sql(FILES).query(String.class).list();
    whole.forEach(counts::recountAll);
    blocks.keySet().removeAll(whole);
    blocks.forEach(counts::changed);
    if (!whole.isEmpty() || !blocks.isEmpty()) {
      log.info(
          "CF-I170 What came in since the last count is counted again: {} censuses, {} more blocks",
          whole.size(),
          blocks.values().stream().mapToInt(TreeSet::size).sum());
    }
  }
}
