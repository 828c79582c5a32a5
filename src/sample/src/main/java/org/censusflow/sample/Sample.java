package org.censusflow.sample;

import org.censusflow.CensusFlow;
import org.censusflow.cli.Commands;
import org.censusflow.sample.population.GenerateCommand;
import org.springframework.boot.SpringApplication;

/** The program with its sample, and the command that writes the sample's population. */
public final class Sample {

  private Sample() {}

  public static void main(String[] args) {
    Commands.run(args, new GenerateCommand())
        .ifPresentOrElse(System::exit, () -> SpringApplication.run(CensusFlow.class, args));
  }
}
