package org.censusflow.base.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class AdministratorTests {

  private static final Optional<Administrator> NOBODY = Optional.empty();
  private static final Optional<Administrator> SAMPLE =
      Optional.of(new Administrator("admin", "Published-1", true));

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void whereNobodyIsNamedThePublishedOneAdministers() {
    assertThat(Administrator.from(environment, SAMPLE).published()).isTrue();
  }

  @Test
  void whereNobodyIsPublishedAMissingAdministratorIsRefused() {
    assertThatThrownBy(() -> Administrator.from(environment, NOBODY))
        .isInstanceOf(AdministratorRefused.class)
        .hasMessageContaining("CENSUSFLOW_ADMIN_USER");
  }

  @Test
  void halfAnAdministratorIsRefusedEverywhere() {
    environment.setProperty("CENSUSFLOW_ADMIN_USER", "chief");

    for (Optional<Administrator> published : List.of(NOBODY, SAMPLE)) {
      assertThatThrownBy(() -> Administrator.from(environment, published))
          .hasMessageContaining("CENSUSFLOW_ADMIN_PASSWORD");
    }
  }

  @Test
  void theEnvironmentsAdministratorIsNotPublishedAndHidesItsPassword() {
    environment.setProperty("CENSUSFLOW_ADMIN_USER", "chief");
    environment.setProperty("CENSUSFLOW_ADMIN_PASSWORD", "Sesame-Open-1");

    for (Optional<Administrator> published : List.of(NOBODY, SAMPLE)) {
      Administrator administrator = Administrator.from(environment, published);
      assertThat(administrator.published()).isFalse();
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
