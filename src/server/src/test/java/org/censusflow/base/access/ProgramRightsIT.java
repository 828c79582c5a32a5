package org.censusflow.base.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.censusflow.base.data.Schemas;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On PostgreSQL the database itself holds what is only added: the program's role has no right to
 * change it, and a trigger refuses even the tables' owner.
 */
class ProgramRightsIT {

  private static EmbeddedPostgres server;
  private static DataSource owner;
  private static DataSource program;

  @BeforeAll
  static void twoRoles() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create role owner login");
      statement.execute("create role program login");
      statement.execute("create database census owner owner");
    }
    owner = server.getDatabase("owner", "census", Map.of("currentSchema", "census"));
    program = server.getDatabase("program", "census", Map.of("currentSchema", Schemas.BOTH));
    Flyway.configure()
        .dataSource(owner)
        .defaultSchema("census")
        .locations("classpath:db/migration")
        .callbacks(new ProgramRights("program"))
        .load()
        .migrate();
    run(
        program,
        """
        insert into census (id, district, reference_time) values ('c', 'haicang', now());
        insert into block (census_id, code, subdistrict, community_code, community_name, address_prefix)
          values ('c', '350205001001001', 'haicang', '350205001001', '样例社区', '样例路');
        insert into household (id, census_id, block_code, household_no, address)
          values (1, 'c', '350205001001001', 1, 'somewhere');
        insert into person (id, census_id, household_id, source_key, current_version) values (1, 'c', 1, '1', 1);
        insert into person_version (person_id, version, status, block_code, line_no, name, residence, form, made_by,
                                    made_at)
          values (1, 1, 'REGISTERED', '350205001001001', 1, 'nobody', 'here', 'short', 'hc-office-1', now());
        insert into audit_entry (occurred_at, actor, district, action, object_type, object_key)
          values (now(), 'hc-lead', 'haicang', 'recheck.view', 'person', '1');
        insert into audit_link (number, entry_id, hash) values (1, 1, 'SHA-256:0');
        insert into retention (process_key, census_id, district, status, opened_at)
          values ('k', 'c', 'haicang', 'OPEN', now());
        """);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set actor = 'hc-boss'",
        "delete from audit_entry",
        "truncate audit_entry",
        "update audit_link set hash = ''",
        "delete from audit_link",
        "truncate audit_link",
        "update person_version set name = 'somebody'",
        "delete from person_version",
        "truncate person_version",
        "update household_version set items = null",
        "truncate household_version",
        "update register_row set name = null",
        "update difference_event set reason = null",
        "update pair_answer set reason = null",
        "update pair_verdict set verdict = 'same'",
        "update pair_retraction set reason = ''",
        "update death_report set name = ''"
      })
  void neitherTheProgramNorTheOwnerChangesWhatIsOnlyAdded(String statement) {
    assertThatThrownBy(() -> run(program, statement))
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
    assertThatThrownBy(() -> run(owner, statement))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("CF-E19");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table audit_entry disable trigger only_added",
        "drop table audit_entry",
        "set session_replication_role = replica",
        "grant update on audit_entry to program"
      })
  void theProgramDoesNotOpenTheDoorItself(String statement) throws SQLException {
    try {
      run(program, statement);
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).isEqualTo("42501");
    }
    assertThatThrownBy(() -> run(program, "update audit_entry set actor = 'hc-boss'"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void twoPeopleAtTheEndOfThePeriodDestroyAndOneDoesNot() throws SQLException {
    try (Connection connection = program.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "update retention set status = 'AUTHORISED', destroyed_by = 'a', supervised_by = 'a'");
      assertThatThrownBy(() -> statement.execute("delete from person_version"))
          .hasMessageContaining("CF-E193");
      connection.rollback();
      statement.execute(
          "update retention set status = 'AUTHORISED', destroyed_by = 'a', supervised_by = 'b'");
      assertThat(statement.executeUpdate("delete from person_version")).isOne();
      connection.rollback();
    }
  }

  @Test
  void theRestOfTheTablesIsTheProgramsToWorkOn() {
    assertThatCode(
            () ->
                run(
                    program,
                    "update person set source_key = '2'; update household set address = 'there'"))
        .doesNotThrowAnyException();
  }

  private static void run(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
