package org.censusflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class AdministratorTests {

  private static final EmbeddedDatabase H2 = new EmbeddedDatabase(true);
  private static final EmbeddedDatabase OTHER = new EmbeddedDatabase(false);

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void theEmbeddedDatabaseHasASampleAdministrator() {
    assertThat(Administrator.from(environment, H2).sample()).isTrue();
  }

  @Test
  void anotherDatabaseRefusesAMissingAdministrator() {
    assertThatThrownBy(() -> Administrator.from(environment, OTHER))
        .isInstanceOf(AdministratorRefused.class)
        .hasMessageContaining("CENSUSFLOW_ADMIN_USER");
  }

  @Test
  void halfAnAdministratorIsRefusedEverywhere() {
    environment.setProperty("CENSUSFLOW_ADMIN_USER", "chief");

    assertThatThrownBy(() -> Administrator.from(environment, OTHER))
        .hasMessageContaining("CENSUSFLOW_ADMIN_PASSWORD");
    assertThatThrownBy(() -> Administrator.from(environment, H2))
        .hasMessageContaining("CENSUSFLOW_ADMIN_PASSWORD");
  }

  @Test
  void theEnvironmentsAdministratorIsNoSampleAndHidesItsPassword() {
    environment.setProperty("CENSUSFLOW_ADMIN_USER", "chief");
    environment.setProperty("CENSUSFLOW_ADMIN_PASSWORD", "Sesame-Open-1");

    for (EmbeddedDatabase database : new EmbeddedDatabase[] {H2, OTHER}) {
      Administrator administrator = Administrator.from(environment, database);
      assertThat(administrator.sample()).isFalse();
      assertThat(administrator.password()).isEqualTo("Sesame-Open-1");
      assertThat(administrator.toString()).doesNotContain("Sesame");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:h2:mem:census, true",
    "jdbc:h2:file:./census, true",
    "jdbc:h2:./census, true",
    "jdbc:h2:tcp://db/census, false",
    "jdbc:h2:ssl://db/census, false",
    "jdbc:postgresql://db/census, false"
  })
  void onlyAnEmbeddedH2CountsAsEmbedded(String url, boolean embedded) {
    assertThat(EmbeddedDatabase.isEmbedded(url)).isEqualTo(embedded);
  }
}
