package org.censusflow.preparation;

import java.util.List;

/** Counts by block that cannot be taken, with one Chinese line a fault for whoever sent them. */
public class CountsRefused extends RuntimeException {

  private final transient List<String> faults;

  CountsRefused(List<String> faults) {
    super("CF-E560 报数没有保存：" + String.join("；", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
