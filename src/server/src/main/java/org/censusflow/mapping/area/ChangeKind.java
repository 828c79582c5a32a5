package org.censusflow.mapping.area;

import java.util.Locale;

/** How a boundary changes. */
public enum ChangeKind {
  SPLIT,
  MERGE,
  MOVE;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
