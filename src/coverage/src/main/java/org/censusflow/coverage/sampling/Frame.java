package org.censusflow.coverage.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All blocks that can be drawn, by stratum, and how many of each stratum are. */
final class Frame {

  private final Map<String, List<FrameBlock>> strata;
  private final Map<String, Integer> takes;

  /**
   * @throws IllegalArgumentException with everything that does not fit together
   */
  Frame(List<FrameBlock> blocks, Map<String, Integer> takes) {
    strata =
        blocks.stream()
            .sorted(Comparator.comparing(FrameBlock::code))
            .collect(Collectors.groupingBy(FrameBlock::stratum, TreeMap::new, Collectors.toList()));
    this.takes = new TreeMap<>(takes);
    List<String> faults = faults(blocks);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  private List<String> faults(List<FrameBlock> blocks) {
    List<String> faults = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (FrameBlock block : blocks) {
      if (!codes.add(block.code())) {
        faults.add("block " + block.code() + " is in the frame twice");
      }
      if (block.size() <= 0) {
        faults.add("block " + block.code() + " has no size");
      }
    }
    for (String stratum : strata.keySet()) {
      if (!takes.containsKey(stratum)) {
        faults.add("nothing says how many blocks of stratum " + stratum + " are drawn");
      }
    }
    takes.forEach(
        (stratum, take) -> {
          int there = strata.getOrDefault(stratum, List.of()).size();
          if (take < 2 || take > there) {
            faults.add(
                "of stratum %s, with %d blocks, %d cannot be drawn: at least 2 are needed to tell"
                        .formatted(stratum, there, take)
                    + " the error");
          }
        });
    return faults;
  }

  Set<String> names() {
    return strata.keySet();
  }

  /** The stratum's blocks, by code. */
  List<FrameBlock> blocks(String stratum) {
    return strata.get(stratum);
  }

  int take(String stratum) {
    return takes.get(stratum);
  }
}
