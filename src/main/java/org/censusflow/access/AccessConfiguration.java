package org.censusflow.access;

import javax.sql.DataSource;
import org.censusflow.district.Districts;
import org.censusflow.district.MissingYear;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  EmbeddedDatabase embeddedDatabase(DataSource dataSource) {
    return EmbeddedDatabase.of(dataSource);
  }

  @Bean
  Administrator administrator(Environment environment, EmbeddedDatabase embedded) {
    return Administrator.from(environment, embedded);
  }

  @Bean
  SampleAccounts sampleAccounts(
      Districts districts, EmbeddedDatabase embedded, Administrator administrator) {
    return SampleAccounts.of(districts, embedded, administrator);
  }

  /** A trial has to work in any year; real deadlines must not rest on a guessed calendar. */
  @Bean
  MissingYear missingYear(EmbeddedDatabase embedded) {
    return embedded.present() ? MissingYear.WEEKENDS : MissingYear.REFUSE;
  }
}
