package org.censusflow.base.district;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Immutable copies for records; an absent list or map is an empty one. */
final class Copies {

  private Copies() {}

  static <T> List<T> of(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** Keeps the order, which {@link Map#copyOf} does not: officers see fields in file order. */
  static <K, V> Map<K, V> of(Map<K, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
