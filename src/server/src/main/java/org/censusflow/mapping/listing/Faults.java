package org.censusflow.mapping.listing;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that everything is said at once. */
final class Faults {

  /** More than anybody reads; the rest is counted. */
  private static final int MOST = 1_000;

  private final List<AreaFault> faults = new ArrayList<>();
  private int more;

  void add(int row, String code, String reason) {
    if (faults.size() < MOST) {
      faults.add(new AreaFault(row, code == null ? "" : code, reason));
    } else {
      more++;
    }
  }

  void file(String reason) {
    add(0, "", reason);
  }

  boolean any() {
    return !faults.isEmpty();
  }

  /**
   * @throws AreaFileRefused when there is any
   */
  void refuse() {
    if (any()) {
      if (more > 0) {
        faults.add(new AreaFault(0, "", "另有 " + more + " 处错误没有列出"));
      }
      throw new AreaFileRefused(faults);
    }
  }
}
