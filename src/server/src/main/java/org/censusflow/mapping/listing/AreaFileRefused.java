package org.censusflow.mapping.listing;

import java.util.List;

/** A file that was not taken, with everything that is wrong with it. Nothing of it is stored. */
public class AreaFileRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<AreaFault> faults;

  AreaFileRefused(List<AreaFault> faults) {
    super("CF-E800 文件有 %d 处错误，没有导入。".formatted(faults.size()));
    this.faults = List.copyOf(faults);
  }

  public List<AreaFault> faults() {
    return faults;
  }
}
