package org.censusflow.linkage.matching;

import java.util.Map;
import java.util.TreeMap;

/** How often each agreement pattern occurs together with each set of rules; in a fixed order. */
final class RuledCounts {

  final long[] pattern;
  final int[] rules;
  final int[] count;

  RuledCounts(CandidatePairs pairs) {
    Map<Integer, LongCounter> byRules = new TreeMap<>();
    LongCounter counter = null;
    int last = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (counter == null || pairs.rules(i) != last) {
        last = pairs.rules(i);
        counter = byRules.computeIfAbsent(last, any -> new LongCounter(64));
      }
      counter.add(pairs.pattern(i) + 1);
    }
    Map<Integer, PatternCounts> sorted = new TreeMap<>();
    int size = 0;
    for (Map.Entry<Integer, LongCounter> entry : byRules.entrySet()) {
      PatternCounts counts = new PatternCounts(entry.getValue());
      sorted.put(entry.getKey(), counts);
      size += counts.size();
    }
    pattern = new long[size];
    rules = new int[size];
    count = new int[size];
    int at = 0;
    for (Map.Entry<Integer, PatternCounts> entry : sorted.entrySet()) {
      for (int i = 0; i < entry.getValue().size(); i++) {
        pattern[at] = entry.getValue().pattern(i);
        rules[at] = entry.getKey();
        count[at++] = entry.getValue().count(i);
      }
    }
  }

  int size() {
    return pattern.length;
  }
}
