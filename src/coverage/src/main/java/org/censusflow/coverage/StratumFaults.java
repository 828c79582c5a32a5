package org.censusflow.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What keeps a stratum's counts from giving an estimate. */
final class StratumFaults {

  private StratumFaults() {}

  static List<String> of(String stratum, List<BlockCounts> own) {
    List<String> faults = new ArrayList<>();
    for (BlockCounts block : own) {
      String place = block.cluster() == null ? "" : ", cluster '" + block.cluster() + "'";
      block
          .faults()
          .forEach(fault -> faults.add("stratum '" + stratum + "'" + place + ": " + fault));
    }
    String place = "stratum '" + stratum + "': ";
    clusters(own).forEach(fault -> faults.add(place + fault));
    if (own.stream().mapToDouble(BlockCounts::census).sum() == 0) {
      faults.add(place + "the census has nobody (n1 = 0)");
    }
    if (own.stream().mapToDouble(BlockCounts::survey).sum() == 0) {
      faults.add(place + "the survey has nobody (n2 = 0)");
    } else if (own.stream().mapToDouble(BlockCounts::matched).sum() == 0) {
      faults.add(place + "nobody is matched (matched = 0), so the population cannot be estimated");
    }
    return faults;
  }

  private static List<String> clusters(List<BlockCounts> own) {
    List<String> faults = new ArrayList<>();
    Set<String> known = new HashSet<>();
    long without = own.stream().filter(block -> block.cluster() == null).count();
    if (without == own.size()) {
      if (own.size() > 1) {
        faults.add("it is given " + own.size() + " times, and no cluster tells them apart");
      }
      return faults;
    }
    if (without > 0) {
      faults.add("some of its counts have a cluster and some have none");
    } else if (own.size() == 1) {
      faults.add("one cluster tells no variance; join it with a stratum like it");
    }
    if (own.size() > 1 && own.stream().filter(block -> block.matched() > 0).count() == 1) {
      faults.add("all its matches are in one cluster, which tells no variance");
    }
    own.stream()
        .map(BlockCounts::cluster)
        .filter(cluster -> cluster != null && !known.add(cluster))
        .distinct()
        .forEach(cluster -> faults.add("cluster '" + cluster + "' is given twice"));
    return faults;
  }
}
