package org.censusflow.governance.phase;

import java.util.List;

/** Which windows of a district's file are phases of the census, and which of them are watched. */
public final class Watched {

  /** The preparation looks after its own window: what is late there can be submitted as it is. */
  private static final String PREPARATION = "preparation";

  private static final List<String> OTHERS =
      List.of("mapping", "registration", "cross-checking", "post-enumeration");

  private Watched() {}

  static boolean isPhase(String window) {
    return PREPARATION.equals(window) || OTHERS.contains(window);
  }

  /** Phases that a process of their own watches. */
  public static List<String> phases() {
    return OTHERS;
  }
}
