package org.censusflow.registration.submission;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.registration.form.FormCatalogue;
import org.censusflow.registration.form.FormDefinition;
import org.censusflow.registration.intake.BulkIntake;
import org.censusflow.registration.intake.IntakeAudit;
import org.censusflow.registration.intake.JobLedger;
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

  /**
   * @param issued number, maker, approval and expiry by the form's key, where the office's own copy
   *     says otherwise than {@code registration/forms.yaml}
   */
  @ConfigurationProperties("censusflow.forms")
  record Forms(Map<String, FormDefinition.Issue> issued) {
    Forms {
      issued = issued == null ? Map.of() : Map.copyOf(issued);
    }
  }

  @Bean
  FormCatalogue formCatalogue(Forms forms) {
    return FormCatalogue.load().issuedAs(forms.issued());
  }

  @Bean
  IntakeAudit intakeAudit(AuditTrail audit) {
    return audit::record;
  }

  @Bean
  BulkIntake bulkIntake(
      DataSource database, FormCatalogue catalogue, JobLedger ledger, Clock clock) {
    return new BulkIntake(database, catalogue, ledger, clock);
  }
}
