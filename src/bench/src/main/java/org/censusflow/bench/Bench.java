package org.censusflow.bench;

import org.censusflow.CensusFlow;
import org.censusflow.cli.Commands;
import org.censusflow.sample.population.GenerateCommand;
import org.springframework.boot.SpringApplication;

/** The program with what measures it: its benchmarks start it in processes of their own. */
public final class Bench {

  private Bench() {}

  public static void main(String[] args) {
    Commands.run(args, new BenchCommand(), new GenerateCommand())
        .ifPresentOrElse(System::exit, () -> SpringApplication.run(CensusFlow.class, args));
  }
}
