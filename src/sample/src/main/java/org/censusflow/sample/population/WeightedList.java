package org.censusflow.sample.population;

import java.util.Arrays;
import java.util.List;

/** Items drawn in proportion to their weights. */
final class WeightedList {

  private final String[] items;
  private final double[] cumulated;

  WeightedList(List<String> items, List<Double> weights) {
    this.items = items.toArray(String[]::new);
    this.cumulated = new double[this.items.length];
    double sum = 0;
    for (int i = 0; i < cumulated.length; i++) {
      sum += weights.get(i);
      cumulated[i] = sum;
    }
  }

  String pick(Rng rng) {
    double at = rng.unit() * cumulated[cumulated.length - 1];
    int found = Arrays.binarySearch(cumulated, at);
    return items[found >= 0 ? found + 1 : -found - 1];
  }

  String get(int index) {
    return items[index];
  }

  int size() {
    return items.length;
  }
}
