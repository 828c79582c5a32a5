package org.censusflow.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which variables to set instead of a stack trace. */
class AdministratorMissingAnalyzer extends AbstractFailureAnalyzer<AdministratorMissing> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, AdministratorMissing cause) {
    return new FailureAnalysis(
        cause.getMessage() + "; sample accounts exist on the embedded database only.",
        "Set %s and %s; the account is made once and never overwritten."
            .formatted(Administrator.USER, Administrator.PASSWORD),
        cause);
  }
}
