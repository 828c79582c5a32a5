package org.censusflow.base.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which variables to set instead of a stack trace. */
class AdministratorRefusedAnalyzer extends AbstractFailureAnalyzer<AdministratorRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AdministratorRefused cause) {
    return new FailureAnalysis(
        cause.getMessage() + ".",
        "Set %s and %s; the account is made once and never overwritten."
            .formatted(Administrator.USER, Administrator.PASSWORD),
        cause);
  }
}
