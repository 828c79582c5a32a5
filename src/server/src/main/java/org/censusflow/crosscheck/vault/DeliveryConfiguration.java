package org.censusflow.crosscheck.vault;

import org.censusflow.base.access.EmbeddedDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

  @Bean
  Vault vault(
      @Value("${" + QuarantineKey.PROPERTY + ":}") String configured, EmbeddedDatabase embedded) {
    return new Vault(QuarantineKey.of(configured, embedded));
  }
}
