package org.censusflow.base.access.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.censusflow.base.access.AdministratorRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** A database that is not the embedded one, where real people work. */
@ExtendWith(OutputCaptureExtension.class)
class ProvisioningIT {

  private static final String REST =
      "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration";

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void startDatabase() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @Test
  void aMissingAdministratorStopsTheStartBeforeTheEngineMakesItsTables(CapturedOutput output)
      throws SQLException {
    String database = newDatabase("nobody");

    assertThatThrownBy(() -> start(database)).hasRootCauseInstanceOf(AdministratorRefused.class);
    assertThat(output).contains("Set CENSUSFLOW_ADMIN_USER and CENSUSFLOW_ADMIN_PASSWORD");

    try (Connection connection = postgres.getDatabase("postgres", "nobody").getConnection();
        ResultSet tables = connection.getMetaData().getTables(null, "public", "act_%", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  @Test
  void aWeakAdministratorsPasswordStopsTheStartAndLeavesNoAccount() throws SQLException {
    String database = newDatabase("weak");

    assertThatThrownBy(() -> start(database, administrator("change-me")))
        .isInstanceOf(AdministratorRefused.class)
        .hasMessageNotContaining("change-me");

    assertThat(rows("weak", "act_id_user")).isZero();
    assertThat(rows("weak", "act_id_group")).isZero();
  }

  @Test
  void theAdministratorIsTheOnlyAccountAndASecondStartDoublesNothing() throws SQLException {
    String database = newDatabase("somebody");
    long grants;
    try (ConfigurableApplicationContext context = start(database, administrator("Sesame-Open-1"))) {
      grants = context.getBean(AuthorizationService.class).createAuthorizationQuery().count();
      IdentityService identities = context.getBean(IdentityService.class);
      assertThat(identities.createUserQuery().list())
          .extracting(User::getId)
          .containsExactly("chief");
      assertThat(identities.checkPassword("chief", "Sesame-Open-1")).isTrue();
      assertThat(identities.createGroupQuery().groupMember("chief").singleResult().getId())
          .isEqualTo("camunda-admin");
      assertThat(identities.createTenantQuery().count()).isEqualTo(2);
    }

    try (ConfigurableApplicationContext context = start(database, administrator("Sesame-Open-2"))) {
      assertThat(context.getBean(AuthorizationService.class).createAuthorizationQuery().count())
          .isEqualTo(grants);
      assertThat(context.getBean(IdentityService.class).checkPassword("chief", "Sesame-Open-1"))
          .isTrue();
    }
  }

  private static String[] administrator(String password) {
    return new String[] {
      "--CENSUSFLOW_ADMIN_USER=chief", "--CENSUSFLOW_ADMIN_PASSWORD=" + password
    };
  }

  private static ConfigurableApplicationContext start(String url, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--spring.flyway.enabled=false",
                "--camunda.bpm.job-execution.enabled=false",
                // No web part: Camunda's keeps a failed context in statics for the next start.
                "--spring.main.web-application-type=none",
                "--spring.autoconfigure.exclude=" + REST));
    arguments.addAll(List.of(more));
    return SpringApplication.run(AccessApplication.class, arguments.toArray(String[]::new));
  }

  private static long rows(String database, String table) throws SQLException {
    try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
        ResultSet count =
            connection.createStatement().executeQuery("select count(*) from " + table)) {
      count.next();
      return count.getLong(1);
    }
  }

  private static String newDatabase(String name) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      connection.createStatement().execute("create database " + name);
    }
    return postgres.getJdbcUrl("postgres", name);
  }
}
