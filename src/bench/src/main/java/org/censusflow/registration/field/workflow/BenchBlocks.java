package org.censusflow.registration.field.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.preparation.Staff;
import org.censusflow.registration.field.Acceptances;
import org.censusflow.registration.field.FieldPhase;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of the measured models, and the made-up blocks that they are about. */
@Component("benchSteps")
@ConditionalOnProperty("censusflow.bench")
public class BenchBlocks {

  static final String DISTRICT = "haicang";

  static final String MAKER = "bench-maker";
  static final String CHECKER = "bench-checker";
  private static final String ALL_DONE = "Message_BenchBlocksDone";
  private static final int BLOCKS_OF_AN_AREA = 20;

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final Districts districts;
  private final FieldPhase phase;
  private final Acceptances acceptances;
  private final Staff staff;
  private final RuntimeService runtime;

  BenchBlocks(
      JdbcClient jdbc,
      JdbcTemplate template,
      Districts districts,
      FieldPhase phase,
      Acceptances acceptances,
      Staff staff,
      RuntimeService runtime) {
    this.jdbc = jdbc;
    this.template = template;
    this.districts = districts;
    this.phase = phase;
    this.acceptances = acceptances;
    this.staff = staff;
    this.runtime = runtime;
  }

  /** Makes a census with so many blocks, twenty an area, areas in turn to the subdistricts. */
  void census(String censusId, int blocks) {
    District district = districts.require(DISTRICT);
    jdbc.sql("insert into census (id, district, reference_time) values (?, ?, current_timestamp)")
        .params(censusId, DISTRICT)
        .update();
    List<Object[]> rows = new ArrayList<>(blocks);
    for (int i = 0; i < blocks; i++) {
      String area = "350205%06d".formatted(i / BLOCKS_OF_AN_AREA);
      String block = area + "%03d".formatted(i % BLOCKS_OF_AN_AREA + 1);
      rows.add(new Object[] {censusId, block, subdistrict(block), area});
    }
    template.batchUpdate(
        """
        insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
        values (?, ?, ?, ?, 'bench', 'bench')
        """,
        rows);
    staff.register(censusId, censusId, DISTRICT, "bench", "initial");
    staff.certify(censusId, new Staff.Team(1, 1), List.of(MAKER, CHECKER), null, "bench");
    analyze();
    phase.open(censusId, district);
  }

  /** What the database does by itself within a minute of such a load, and planning depends on. */
  void analyze() {
    jdbc.sql("analyze").update();
  }

  public List<String> blocks(DelegateExecution execution) {
    return blocks(FieldInstance.census(execution));
  }

  List<String> blocks(String censusId) {
    return jdbc.sql("select code from block where census_id = ? order by code")
        .param(censusId)
        .query(String.class)
        .list();
  }

  public String subdistrict(String block) {
    List<String> keys =
        districts.require(DISTRICT).subdistricts().stream().map(part -> part.key()).toList();
    return keys.get(Integer.parseInt(block.substring(6, 12)) % keys.size());
  }

  /** Whether a block is not registered yet. */
  boolean open(String censusId) {
    return !jdbc.sql(
            "select 1 from block_work where census_id = ? and registered_at is null fetch first 1 rows only")
        .param(censusId)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  /** The same report as that of a real block; nobody waits for it where children are joined. */
  public void report(DelegateExecution execution) {
    String censusId = FieldInstance.census(execution);
    if (acceptances.registered(censusId, FieldInstance.block(execution))) {
      runtime
          .createMessageCorrelation(ALL_DONE)
          .processInstanceVariableEquals("censusId", censusId)
          .correlateAllWithResult();
    }
  }
}
