package org.censusflow.mapping.area;

import java.util.Locale;

/** How a boundary changes. */
public enum ChangeKind {
  SPLIT,
  MERGE,
  MOVE;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
