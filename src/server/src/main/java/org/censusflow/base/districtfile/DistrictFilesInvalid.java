package org.censusflow.base.districtfile;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ExitCodeGenerator;

/** The files of the districts have faults; nothing may start with them. */
public class DistrictFilesInvalid extends RuntimeException implements ExitCodeGenerator {

  private final transient List<Fault> faults;

  public DistrictFilesInvalid(List<Fault> faults) {
    super(
        faults.stream()
            .map(Fault::toString)
            .collect(Collectors.joining("\n", "Faults in the district files:\n", "")));
    this.faults = List.copyOf(faults);
  }

  /** Every fault of every file. */
  public List<Fault> faults() {
    return faults;
  }

  @Override
  public int getExitCode() {
    return 1;
  }
}
