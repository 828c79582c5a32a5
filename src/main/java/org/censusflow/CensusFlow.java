package org.censusflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: Camunda Platform 7 and the census's modules in one Spring Boot application. */
@SpringBootApplication
public class CensusFlow {

  public static void main(String[] args) {
    SpringApplication.run(CensusFlow.class, args);
  }
}
