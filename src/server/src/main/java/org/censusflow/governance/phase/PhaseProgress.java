package org.censusflow.governance.phase;

import java.time.Instant;
import java.util.Map;

/** When the phases of a census were begun and ended, as the umbrella process tells. */
public interface PhaseProgress {

  /**
   * How long a phase ran.
   *
   * @param endedAt null while it runs
   */
  record Span(Instant startedAt, Instant endedAt) {

    public boolean ended() {
      return endedAt != null;
    }
  }

  /** Phase key to its span; a phase that has not begun is missing. */
  Map<String, Span> of(String district, String censusId);
}
