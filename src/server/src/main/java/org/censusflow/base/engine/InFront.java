package org.censusflow.base.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of the engine's configuration that are null until somebody adds to them. */
public final class InFront {

  private InFront() {}

  /** First the own, then what was there; {@code others} may be null. */
  public static <T> List<T> of(Collection<? extends T> others, Collection<? extends T> own) {
    List<T> all = new ArrayList<>(own);
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }
}
