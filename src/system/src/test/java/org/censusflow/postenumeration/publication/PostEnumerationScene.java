package org.censusflow.postenumeration.publication;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.censusflow.EmptyDataPlane;
import org.censusflow.StaffScene;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;

/** Sample staff do the tasks after the count. */
@TestPropertySource(
    properties = "spring.datasource.url=jdbc:h2:mem:post-enumeration;DB_CLOSE_DELAY=-1")
public abstract class PostEnumerationScene extends StaffScene {

  protected static final String CENSUS = "haicang-2020";

  @BeforeEach
  void setTheScene() {
    at("2020-12-14T01:00:00Z");
    jdbc.sql("update violation_case set status = 'CLOSED'").update();
  }

  /** Registers households of one person each in a block. */
  protected void register(String subdistrict, String block, int persons) {
    jdbc.sql(
            "insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)"
                + " values (?, ?, ?, ?, '样例社区', '样例路')")
        .params(CENSUS, block, subdistrict, block.substring(0, 12))
        .update();
    for (int i = 1; i <= persons; i++) {
      long number = Long.parseLong(block.substring(6)) * 100 + i;
      jdbc.sql(
              "insert into household (id, census_id, block_code, household_no, address) values (?, ?, ?, ?, '样例路')")
          .params(number, CENSUS, block, i)
          .update();
      jdbc.sql(
              "insert into person (id, census_id, household_id, source_key, current_version) values (?, ?, ?, ?, 1)")
          .params(number, CENSUS, number, Long.toString(number))
          .update();
      jdbc.sql(
              """
              insert into person_version (person_id, version, status, block_code, line_no, name, residence, form,
                     made_by, made_at)
              values (?, 1, 'REGISTERED', ?, 1, '样例', 'here', 'short', 'hc-songyu-enumerator-1', ?)
              """)
          .params(number, block, new java.sql.Timestamp(0))
          .update();
    }
  }

  /** An empty census of the district, whatever was there before. */
  protected void newCensus() {
    EmptyDataPlane.leave(jdbc);
    jdbc.sql("delete from audit_entry").update();
    jdbc.sql("insert into census (id, district, reference_time) values (?, 'haicang', ?)")
        .params(CENSUS, java.sql.Timestamp.from(Instant.parse("2020-10-31T16:00:00Z")))
        .update();
  }

  /** Starts a process as the program itself does, for the district. */
  protected String start(String process, Map<String, Object> more) {
    Map<String, Object> variables = new HashMap<>(more);
    variables.put("district", "haicang");
    variables.put("censusId", CENSUS);
    String instance = runtime.startProcessInstanceByKey(process, CENSUS, variables).getId();
    runJobs();
    return instance;
  }

  protected String text(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(String.class).single();
  }

  protected void at(String instant) {
    now(instant);
    runJobs();
  }
}
