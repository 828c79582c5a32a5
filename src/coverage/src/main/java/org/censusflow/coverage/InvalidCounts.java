package org.censusflow.coverage;

import java.util.List;

/** Counts that give no estimate; tells everything that is wrong with them, stratum by stratum. */
public final class InvalidCounts extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  /** Faults in words that name their place. */
  public InvalidCounts(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
