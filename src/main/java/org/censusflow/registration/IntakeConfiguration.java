package org.censusflow.registration;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.intake.BulkIntake;
import org.censusflow.registration.intake.SingleIntake;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the intake that know no Spring. */
@Configuration
class IntakeConfiguration {

  /**
   * @param directory where files lie while they are being taken in; they are deleted afterwards
   */
  @ConfigurationProperties("censusflow.intake")
  record Settings(Path directory) {}

  @Bean
  FormCatalogue formCatalogue() {
    return FormCatalogue.load();
  }

  @Bean
  BulkIntake bulkIntake(DataSource database, FormCatalogue catalogue, Clock clock) {
    return new BulkIntake(database, catalogue, clock);
  }

  @Bean
  SingleIntake singleIntake(DataSource database, FormCatalogue catalogue, Clock clock) {
    return new SingleIntake(database, catalogue, clock);
  }
}
