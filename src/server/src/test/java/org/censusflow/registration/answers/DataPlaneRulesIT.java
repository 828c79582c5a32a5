package org.censusflow.registration.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.censusflow.BothDatabases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no door may let in, the database refuses as well. */
class DataPlaneRulesIT extends BothDatabases {

  private static final String BLOCK = "350205001001001";

  private static JdbcClient census(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    run(
        jdbc,
        "insert into census (id, district, reference_time) values ('c', 'd', '2020-11-01 00:00:00+08')");
    run(
        jdbc,
        "insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix) values ('c', '"
            + BLOCK
            + "', 's', '350205001001', '样例社区', '样例路')");
    run(jdbc, household(BLOCK, "1"));
    run(
        jdbc,
        "insert into person (census_id, household_id, source_key, current_version) select 'c', id, 'p', 1 from household");
    run(jdbc, version("1", "ethnicity", "'01'"));
    return jdbc;
  }

  private static String household(String block, String number) {
    return "insert into household (census_id, block_code, household_no, address) values ('c', '"
        + block
        + "', "
        + number
        + ", '样例路1号')";
  }

  private static String version(String version, String column, String value) {
    return "insert into person_version (person_id, version, status, block_code, line_no, name, residence, form, made_by, made_at, "
        + column
        + ") select id, "
        + version
        + ", 'REGISTERED', '"
        + BLOCK
        + "', 1, '样例', 'here', 'short', 'a', current_timestamp, "
        + value
        + " from person";
  }

  private static void run(JdbcClient jdbc, String sql) {
    jdbc.sql(sql).update();
  }

  private static void refused(JdbcClient jdbc, String rule, String sql) {
    assertThatThrownBy(() -> run(jdbc, sql))
        .isInstanceOf(DataIntegrityViolationException.class)
        .satisfies(it -> assertThat(it.getMessage()).containsIgnoringCase(rule));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aHouseholdStandsInABlockOfItsCensusUnderANumberOfTheForm(DataSource database) {
    JdbcClient jdbc = census(database);
    refused(jdbc, "household_block_fk", household("350205001001999", "2"));
    refused(jdbc, "household_household_no_ck", household(BLOCK, "0"));
    refused(jdbc, "household_household_no_ck", household(BLOCK, "10000"));
    run(jdbc, household(BLOCK, "9999"));
    refused(jdbc, "household_block_fk", "update household set block_code = '350205001001999'");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void workOnHouseholdsStandsInABlockOfItsCensus(DataSource database) {
    JdbcClient jdbc = census(database);
    refused(
        jdbc,
        "household_case_block_fk",
        "insert into household_case (census_id, block_code, household_no, mode, status) values ('c', '350205001001999', 1, 'VISIT', 'OPEN')");
    refused(
        jdbc,
        "block_round_block_fk",
        "insert into block_round (census_id, block_code, round, enumerated_by) values ('c', '350205001001999', 1, 'a')");
    refused(
        jdbc,
        "recheck_sample_block_fk",
        "insert into recheck_sample (census_id, block_code, round, household_no, draw_rank, draw_key) values ('c', '350205001001999', 1, 1, 1, 'x')");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void codesAreThoseOfTheStandards(DataSource database) {
    JdbcClient jdbc = census(database);
    refused(jdbc, "person_version_ethnicity", version("2", "ethnicity", "'99'"));
    refused(jdbc, "person_version_ethnicity", version("2", "ethnicity", "'0a'"));
    refused(jdbc, "person_version_sex", version("2", "sex", "'3'"));
    refused(jdbc, "person_version_relation", version("2", "relation", "'A'"));
    refused(jdbc, "person_version_hukou_place", version("2", "hukou_place", "'elsewhere'"));
    run(jdbc, version("2", "ethnicity", "'98'"));
    run(jdbc, version("3", "ethnicity", "null"));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatAVersionOrADifferenceNamesIsThere(DataSource database) {
    JdbcClient jdbc = census(database);
    refused(jdbc, "person_version_difference_fk", version("2", "difference_id", "77"));
    run(
        jdbc,
        "insert into comparison_run (census_id, frozen_version, compared_rows, register_rows, milliseconds, finished_at) values ('c', 1, 0, 0, 0, current_timestamp)");
    refused(jdbc, "difference_finding_fk", difference("D01", "enumerator", "null"));
    run(
        jdbc,
        "insert into finding (run_id, subject, pattern, block_code, evidence) select id, 1, '', '000000000000000', '' from comparison_run");
    refused(jdbc, "difference_class_code_ck", difference("D13", "enumerator", "null"));
    refused(jdbc, "difference_verifier", difference("D01", "nobody", "null"));
    refused(jdbc, "difference_outcome", difference("D01", "enumerator", "'forgotten'"));
    run(jdbc, difference("D01", "enumerator", "'added'"));
    refused(
        jdbc,
        "difference_by_two",
        "update difference set status = 'APPROVED', settled_by = 'a', reviewed_by = 'a'");
    refused(
        jdbc,
        "difference_source_row_fk",
        "insert into difference_source (run_id, subject, supply, delivery_id, line) select id, 1, 's', 5, 1 from comparison_run");
    refused(
        jdbc,
        "check_finding_person_fk",
        "insert into check_finding (census_id, household_id, person_id, check_id) select 'c', id, 77, 'P01' from household");
  }

  private static String difference(String type, String verifier, String outcome) {
    return "insert into difference (run_id, census_id, subject, class_code, block_code, evidence, verifier, reviewer, status, outcome) select id, 'c', 1, '"
        + type
        + "', '"
        + BLOCK
        + "', '', '"
        + verifier
        + "', 'supervisor', 'OPEN', "
        + outcome
        + " from comparison_run";
  }
}
