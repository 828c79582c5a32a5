package org.censusflow.registration.field;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.censusflow.base.district.Districts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Measures the district's progress at full size, and holds the kept counts against a full recount.
 * Fills the database by PostgreSQL's own series: 80 households a block, 4 persons each.
 */
@Component
@ConditionalOnProperty("censusflow.bench")
public class ProgressBench {

  /** The census that is measured, and the district whose it is. */
  public static final String CENSUS = "bench-progress";

  public static final String DISTRICT = "haicang";

  private static final int HOUSEHOLDS = 80;
  private static final int PERSONS = 4;
  private static final int BLOCKS_OF_AN_AREA = 20;
  private static final int READS = 51;
  private static final double LIMIT_MILLIS = 200;

  private final JdbcClient jdbc;
  private final Districts districts;
  private final FieldPhase phase;
  private final FieldCounts counts;
  private final Progress progress;

  ProgressBench(
      JdbcClient jdbc,
      Districts districts,
      FieldPhase phase,
      FieldCounts counts,
      Progress progress) {
    this.jdbc = jdbc;
    this.districts = districts;
    this.phase = phase;
    this.counts = counts;
    this.progress = progress;
  }

  /**
   * @param overHttp reads the district's progress as an officer does
   * @return whether the officer's median read keeps the limit and no count is off by one
   */
  public boolean run(int persons, Runnable overHttp, PrintWriter console) {
    int blocks = persons / (HOUSEHOLDS * PERSONS);
    fill(blocks);
    long begun = System.nanoTime();
    phase.open(CENSUS, districts.require(DISTRICT));
    double counting = (System.nanoTime() - begun) / 1e6;
    double statements =
        medianMillis(
            () -> {
              progress.figures(CENSUS, Level.DISTRICT, DISTRICT);
              progress.parts(CENSUS, Level.DISTRICT, DISTRICT);
            });
    double officers = medianMillis(overHttp);
    FieldFigures figures = progress.figures(CENSUS, Level.DISTRICT, DISTRICT);
    begun = System.nanoTime();
    boolean exact = same(counts.kept(CENSUS), counts.counted(CENSUS, null));
    double recount = (System.nanoTime() - begun) / 1e6;
    console.printf(
        "progress: %d persons, %d households, %d blocks; opened and counted in %.0f ms, read in %.1f ms"
            + " (median of %d) and over HTTP in %.1f ms, recounted in %.0f ms%n",
        figures.here() + figures.absent(),
        figures.households(),
        figures.blocks(),
        counting,
        statements,
        READS,
        officers,
        recount);
    boolean all = figures.here() + figures.absent() == blocks * HOUSEHOLDS * PERSONS;
    boolean reached = officers <= LIMIT_MILLIS && exact && all;
    console.printf(
        "%s progress in at most %.0f ms and exact to the row: %.1f ms, %s%n",
        reached ? "reached" : "MISSED ",
        LIMIT_MILLIS,
        officers,
        exact && all ? "exact" : "NOT exact");
    console.flush();
    return reached;
  }

  private static double medianMillis(Runnable read) {
    double[] reads = new double[READS];
    for (int i = 0; i < READS; i++) {
      long begun = System.nanoTime();
      read.run();
      reads[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(reads);
    return reads[READS / 2];
  }

  private static boolean same(List<Object[]> kept, List<Object[]> counted) {
    return Arrays.deepEquals(kept.toArray(), counted.toArray());
  }

  private void fill(int blocks) {
    jdbc.sql("insert into census (id, district, reference_time) values (?, ?, current_timestamp)")
        .params(CENSUS, DISTRICT)
        .update();
    List<String> parts =
        districts.require(DISTRICT).subdistricts().stream().map(part -> part.key()).toList();
    jdbc.sql(
            """
            insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
            select :census, area || lpad((b % :size + 1)::text, 3, '0'),
                   (string_to_array(:parts, ','))[(b / :size) % :count + 1], area, 'bench', 'bench'
              from (select b, '350205' || lpad((b / :size)::text, 6, '0') as area
                      from generate_series(0, :blocks - 1) b) made
            """)
        .param("census", CENSUS)
        .param("size", BLOCKS_OF_AN_AREA)
        .param("parts", String.join(",", parts))
        .param("count", parts.size())
        .param("blocks", blocks)
        .update();
    jdbc.sql(
            """
            insert into household (census_id, block_code, household_no, address)
            select census_id, code, n, 'bench' from block, generate_series(1, :households) n
             where census_id = :census
            """)
        .param("census", CENSUS)
        .param("households", HOUSEHOLDS)
        .update();
    jdbc.sql(
            """
            insert into person (census_id, household_id, source_key, current_version)
            select census_id, id, id || '-' || n, 1 from household, generate_series(1, :persons) n
             where census_id = :census
            """)
        .param("census", CENSUS)
        .param("persons", PERSONS)
        .update();
    jdbc.sql(
            """
            insert into person_version (person_id, version, status, block_code, line_no, name, id_number,
                                        residence, form, made_by, made_at)
            select p.id, 1, 'REGISTERED', h.block_code, 1, 'bench',
                   case when p.id % 50 = 0 then null else 'x' end,
                   case when p.id % 3 = 0 then 'absent' else 'here' end,
                   case when p.id % 200 = 0 then 'foreign' else 'short' end, 'bench', current_timestamp
              from person p join household h on h.id = p.household_id
             where p.census_id = ?
            """)
        .param(CENSUS)
        .update();
    jdbc.sql("analyze").update();
  }
}
