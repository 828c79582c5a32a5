package org.censusflow.base.access.workflow;

import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The engine with the districts and their people, and nothing else of the program. Not marked as a
 * configuration, which a test of the whole program would scan and take for a part of it.
 */
@EnableAutoConfiguration
@ComponentScan({
  "org.censusflow.base.district",
  "org.censusflow.base.instance",
  "org.censusflow.base.access"
})
class AccessApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
