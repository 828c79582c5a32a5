package org.censusflow.sample.population;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code generate}: writes a sample population with known truth; needs neither the server nor a
 * database.
 */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes a sample population with known truth (docs/sample.md).")
public final class GenerateCommand implements Callable<Integer> {

  private static final int PERSONS_PER_BLOCK = 250;

  @Spec private CommandSpec spec;

  @Option(
      names = "--persons",
      defaultValue = "20000",
      description = "persons of the census (default: ${DEFAULT-VALUE})")
  private int persons;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "the same seed gives the same files (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--out", required = true, description = "directory of the files")
  private Path out;

  @Option(
      names = "--errors",
      defaultValue = "district",
      description = "a preset (district, linkage) or a YAML file (default: ${DEFAULT-VALUE})")
  private String errors;

  @Option(names = "--blocks", description = "census blocks (default: one for 250 persons)")
  private Integer blocks;

  @Option(
      names = "--district",
      defaultValue = "haicang",
      description = "haicang or xiangshan (default: ${DEFAULT-VALUE})")
  private String district;

  @Option(
      names = "--supplies",
      split = ",",
      description = "departments' files to write (default: all)")
  private Set<String> supplies = new LinkedHashSet<>(SampleOptions.ALL_SUPPLIES);

  @Override
  public Integer call() {
    long start = System.nanoTime();
    SampleSummary summary;
    try {
      int areas = blocks != null ? blocks : Math.max(1, persons / PERSONS_PER_BLOCK);
      SampleOptions options =
          SampleOptions.of(persons, areas, seed)
              .with(sampleDistrict())
              .with(errorModel())
              .with(supplies);
      summary = SamplePopulation.generate(options).writeTo(out);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (UncheckedIOException e) {
      spec.commandLine().getErr().println("cannot write to " + out + ": " + e.getMessage());
      return 1;
    }
    print(summary, (System.nanoTime() - start) / 1e9);
    return 0;
  }

  private ErrorModel errorModel() {
    Path file = Path.of(errors);
    return Files.isRegularFile(file) ? ErrorModel.read(file) : ErrorModel.preset(errors);
  }

  private SampleDistrict sampleDistrict() {
    return switch (district) {
      case "haicang" -> SampleDistrict.haicang();
      case "xiangshan" -> SampleDistrict.xiangshan();
      default -> throw new IllegalArgumentException("no sample district " + district);
    };
  }

  private void print(SampleSummary summary, double seconds) {
    PrintWriter console = spec.commandLine().getOut();
    console.println("persons      " + summary.persons());
    console.println("census rows  " + summary.censusRows());
    summary
        .records()
        .forEach(
            (supply, records) ->
                console.println(
                    "  "
                        + supply
                        + ": "
                        + records
                        + " records, "
                        + summary.pairs().getOrDefault(supply, 0L)
                        + " true pairs"));
    console.println("differences  " + summary.differenceCount() + " " + summary.differences());
    if (!summary.pairErrors().isEmpty()) {
      long erroneous = summary.pairErrors().values().stream().mapToLong(Long::longValue).sum();
      console.println("pairs with errors between census and household register  " + erroneous);
    }
    console.println("written to " + out + " in " + Math.round(seconds * 10) / 10.0 + " s");
    console.flush();
  }
}
