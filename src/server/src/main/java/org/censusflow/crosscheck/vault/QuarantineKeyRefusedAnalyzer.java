package org.censusflow.crosscheck.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how to make a key instead of a stack trace. */
class QuarantineKeyRefusedAnalyzer extends AbstractFailureAnalyzer<QuarantineKeyRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, QuarantineKeyRefused cause) {
    return new FailureAnalysis(
        cause.getMessage() + ".",
        "Set CENSUSFLOW_QUARANTINE_KEY to the output of \"openssl rand -base64 32\" and keep it:"
            + " without it, deliveries that are not read yet and the quarantine are lost.",
        cause);
  }
}
