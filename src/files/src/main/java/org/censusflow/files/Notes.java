package org.censusflow.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was noticed in a file and what was done about it, in words that an officer reads; holds no
 * value of any row. For one thread at a time.
 */
public final class Notes {

  /** So many lines are named one by one. */
  private static final int NAMED = 5;

  private final List<String> lines = new ArrayList<>();
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final Map<String, List<Long>> places = new LinkedHashMap<>();

  /** Notes something about the file as a whole. */
  public void line(String line) {
    lines.add(line);
  }

  /** Notes something of one row more. */
  public void count(String what) {
    counts.computeIfAbsent(what, key -> new int[1])[0]++;
  }

  /** Notes something of one row more and names its line. */
  public void at(long line, String what) {
    List<Long> named = places.computeIfAbsent(what, key -> new ArrayList<>());
    if (named.size() < NAMED) {
      named.add(line);
    }
    count(what);
  }

  /** One line each, in Chinese. */
  public List<String> all() {
    List<String> all = new ArrayList<>(lines);
    counts.forEach(
        (what, count) -> {
          List<Long> named = places.get(what);
          all.add(named == null ? what + "：" + count[0] + " 行" : placed(what, named, count[0]));
        });
    return all;
  }

  private static String placed(String what, List<Long> lines, int count) {
    StringBuilder text = new StringBuilder("第 ");
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? "" : "、").append(lines.get(i));
    }
    return text.append(" 行").append(count > lines.size() ? "等 " + count + " 行" : "") + what;
  }
}
