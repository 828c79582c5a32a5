package org.censusflow.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.censusflow.base.districtfile.DistrictFolder;
import org.censusflow.base.districtfile.Fault;
import org.censusflow.crosscheck.request.DepartmentMappings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Validates district files, and the mappings beside them, without starting anything; exits with 1
 * when one has a fault.
 */
@Command(
    name = "check",
    description = "Checks district files and names every fault with its place.",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "District files (YAML).")
  private List<Path> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Fault> faults = DistrictFolder.check(files);
    if (faults.isEmpty()) {
      faults = DepartmentMappings.check(files);
    }
    if (faults.isEmpty()) {
      out().println(files.size() == 1 ? "1 file is sound." : files.size() + " files are sound.");
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    faults.forEach(err::println);
    err.flush();
    return 1;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
