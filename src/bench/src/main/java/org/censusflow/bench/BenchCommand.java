package org.censusflow.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.censusflow.compare.LinkFile;
import org.censusflow.compare.ProcessTime;
import org.censusflow.linkage.Comparison;
import org.censusflow.linkage.ComparisonProgress;
import org.censusflow.linkage.ComparisonResult;
import org.censusflow.linkage.evaluation.Accuracy;
import org.censusflow.linkage.evaluation.Evaluation;
import org.censusflow.linkage.evaluation.Truth;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.PopulationFiles;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.CensusSpecs;
import org.censusflow.linkage.spec.ComparisonSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench}: measures on generated files; the first run is cold, the later ones are warm. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the program.",
    subcommands = {
      BenchCommand.Compare.class,
      BenchIntake.class,
      BenchBlocksCommand.class,
      BenchExchange.class
    })
public final class BenchCommand {

  /** {@code bench compare}: census against household register, again and again in one process. */
  @Command(
      name = "compare",
      mixinStandardHelpOptions = true,
      description = "Compares census.csv with household-register.csv of a directory.")
  static final class Compare implements Callable<Integer> {

    @Spec private CommandSpec command;

    @Option(names = "--dir", required = true, description = "where 'generate' wrote its files")
    private Path dir;

    @Option(names = "--runs", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
    private int runs;

    @Override
    public Integer call() throws IOException {
      PrintWriter console = command.commandLine().getOut();
      ComparisonSpec spec = CensusSpecs.census();
      long[] millis = new long[Math.max(1, runs)];
      long[] cpu = new long[millis.length];
      Path links = Files.createTempFile("links", ".csv");
      for (int run = 0; run < millis.length; run++) {
        long start = System.nanoTime();
        long cpuStart = ProcessTime.cpuMillis();
        Population census = read("census.csv", spec);
        Population register = read("household-register.csv", spec);
        long read = System.nanoTime();
        ComparisonResult result =
            Comparison.compare(census, register, spec, ComparisonProgress.NONE);
        LinkFile.write(links, result.links(), result::summary, census, register, Workers.all());
        long end = System.nanoTime();
        millis[run] = (end - start) / 1_000_000;
        cpu[run] = ProcessTime.cpuMillis() - cpuStart;
        console.printf(
            "run %d  %d ms, CPU %d ms  (read %d, %s)%n",
            run + 1, millis[run], cpu[run], (read - start) / 1_000_000, result.stageMillis());
        if (run == 0) {
          accuracy(console, result, census, register);
        }
      }
      Files.delete(links);
      console.printf(
          "cold %d ms, warm median %d ms, CPU %d ms%n", millis[0], warm(millis), warm(cpu));
      console.flush();
      return 0;
    }

    /** The median of the second half of the runs: by then the code is compiled. */
    private static long warm(long[] figures) {
      long[] warm = Arrays.copyOfRange(figures, figures.length / 2, figures.length);
      Arrays.sort(warm);
      return warm[warm.length / 2];
    }

    private Population read(String name, ComparisonSpec spec) throws IOException {
      return PopulationFiles.readCsv(dir.resolve(name), spec.populationFields(), Workers.all())
          .population();
    }

    private void accuracy(
        PrintWriter console, ComparisonResult result, Population census, Population register)
        throws IOException {
      Path file = dir.resolve("truth-household-register.csv");
      if (Files.exists(file)) {
        Evaluation evaluation = new Evaluation(result, Truth.read(file, census, register));
        Accuracy matches = evaluation.matches();
        console.printf(
            "precision %.6f  recall %.6f  F1 %.6f%n",
            matches.precision(), matches.recall(), matches.f1());
      }
    }
  }
}
