package org.censusflow.base.districtfile;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints every fault on its own line instead of a stack trace. */
class DistrictFilesInvalidAnalyzer extends AbstractFailureAnalyzer<DistrictFilesInvalid> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DistrictFilesInvalid cause) {
    String description =
        cause.faults().stream()
            .map(Fault::toString)
            .collect(
                Collectors.joining(
                    "\n", "The district files have faults; nothing started:\n\n", ""));
    return new FailureAnalysis(
        description,
        "Correct the files; `check FILE...` on the command line tests them without a start.",
        cause);
  }
}
