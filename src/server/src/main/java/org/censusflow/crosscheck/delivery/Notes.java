package org.censusflow.crosscheck.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what was changed or passed over on the way in; holds no value of any row. */
final class Notes {

  private final List<String> lines = new ArrayList<>();
  private final Map<String, int[]> counts = new LinkedHashMap<>();

  void line(String line) {
    lines.add(line);
  }

  void count(String what) {
    counts.computeIfAbsent(what, key -> new int[1])[0]++;
  }

  /** One line each, in Chinese. */
  List<String> all() {
    List<String> all = new ArrayList<>(lines);
    counts.forEach((what, count) -> all.add(what + "：" + count[0] + " 行"));
    return all;
  }
}
