package org.censusflow.base.access;

import javax.sql.DataSource;
import org.censusflow.base.district.MissingYear;
import org.springframework.beans.factory.ObjectProvider;
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
  Administrator administrator(
      Environment environment, ObjectProvider<PublishedAccounts> published) {
    return Administrator.from(
        environment, published.stream().findAny().flatMap(PublishedAccounts::administrator));
  }

  /** A trial has to work in any year; real deadlines must not rest on a guessed calendar. */
  @Bean
  MissingYear missingYear(EmbeddedDatabase embedded) {
    return embedded.present() ? MissingYear.WEEKENDS : MissingYear.REFUSE;
  }
}
