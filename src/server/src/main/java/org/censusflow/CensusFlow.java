package org.censusflow;

import org.censusflow.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The program: Camunda Platform 7 and the census's modules in one Spring Boot application. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CensusFlow {

  public static void main(String[] args) {
    Commands.run(args)
        .ifPresentOrElse(System::exit, () -> SpringApplication.run(CensusFlow.class, args));
  }
}
