package org.censusflow.access.workflow;

import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The engine with the districts and their people, and nothing else of the program. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({"org.censusflow.district", "org.censusflow.access"})
class AccessApplication {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
