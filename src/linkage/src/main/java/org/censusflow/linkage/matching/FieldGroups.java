package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.censusflow.linkage.population.Hashing;

/**
 * Fields that depend on one another, taken together as one: who agrees on the street agrees on the
 * postcode, and who has moved agrees on neither. Counted one by one they would say the same thing
 * several times. The levels of a group's fields make up one code, as a pattern does; 0 is "all
 * missing".
 */
final class FieldGroups {

  private static final int RANDOM_PAIRS = 60_000;
  private static final double STRENGTH = 5;
  private static final double MISSING = 0.05;

  private final RowComparer comparer;
  private final int[][] members;
  private final int[] groupOf;

  FieldGroups(RowComparer comparer, int[][] members) {
    this.comparer = comparer;
    this.members = members;
    groupOf = new int[comparer.size()];
    for (int g = 0; g < members.length; g++) {
      for (int f : members[g]) {
        groupOf[f] = g;
      }
    }
  }

  /** Each field on its own. */
  static FieldGroups singles(RowComparer comparer) {
    int[] own = new int[comparer.size()];
    Arrays.setAll(own, f -> f);
    return new FieldGroups(comparer, members(own));
  }

  /**
   * Groups of fields by name.
   *
   * @throws IllegalArgumentException when they are not all the compared fields, each once
   */
  static FieldGroups named(RowComparer comparer, List<List<String>> names) {
    int[] parent = new int[comparer.size()];
    Arrays.fill(parent, -1);
    int known = 0;
    for (List<String> group : names) {
      int[] fields = group.stream().mapToInt(comparer::named).sorted().toArray();
      for (int f : fields) {
        if (f < 0 || parent[f] >= 0) {
          throw new IllegalArgumentException("the model's fields are not those of the spec");
        }
        parent[f] = fields[0];
        known++;
      }
    }
    if (known != parent.length) {
      throw new IllegalArgumentException("the model's fields are not those of the spec");
    }
    return new FieldGroups(comparer, members(parent));
  }

  static int[][] members(int[] parent) {
    List<int[]> groups = new ArrayList<>();
    for (int f = 0; f < parent.length; f++) {
      if (parent[f] == f) {
        int first = f;
        int[] all = new int[parent.length];
        int n = 0;
        for (int h = first; h < parent.length; h++) {
          if (parent[h] == first) {
            all[n++] = h;
          }
        }
        groups.add(Arrays.copyOf(all, n));
      }
    }
    return groups.toArray(new int[0][]);
  }

  int size() {
    return members.length;
  }

  int[] members(int group) {
    return members[group];
  }

  int groupOf(int field) {
    return groupOf[field];
  }

  boolean single(int group) {
    return members[group].length == 1;
  }

  /** How many codes a group has, "all missing" with them. */
  int codes(int group) {
    int codes = 1;
    for (int f : members[group]) {
      codes *= comparer.field(f).differs() + 1;
    }
    return codes;
  }

  int code(int group, long pattern) {
    int code = 0;
    int unit = 1;
    for (int f : members[group]) {
      code += comparer.level(pattern, f) * unit;
      unit *= comparer.field(f).differs() + 1;
    }
    return code;
  }

  /** Level of the i-th member of a group within a code. */
  int level(int group, int code, int i) {
    for (int k = 0; k < i; k++) {
      code /= comparer.field(members[group][k]).differs() + 1;
    }
    return code % (comparer.field(members[group][i]).differs() + 1);
  }

  int differs(int group, int i) {
    return comparer.field(members[group][i]).differs();
  }

  /** Probabilities of a group's codes out of those of its fields, if they were independent. */
  double[] product(int group, double[][] byField) {
    double[] product = new double[codes(group)];
    double total = 0;
    for (int code = 1; code < product.length; code++) {
      double p = 1;
      for (int i = 0; i < members[group].length; i++) {
        int level = level(group, code, i);
        p *= level == 0 ? MISSING : byField[members[group][i]][level];
      }
      product[code] = p;
      total += p;
    }
    for (int code = 1; code < product.length; code++) {
      product[code] /= total;
    }
    return product;
  }

  /**
   * Probabilities of all groups' codes for chance pairs. Fields that depend on one another agree
   * together by chance, too: pairs drawn by a fixed sequence tell how often.
   *
   * @param u by field and level
   */
  double[][] chance(int[] leftRows, int[] rightRows, double[][] u) {
    double[][] chance = new double[members.length][];
    for (int g = 0; g < members.length; g++) {
      chance[g] = product(g, u);
      if (single(g) || leftRows.length == 0 || rightRows.length == 0) {
        continue;
      }
      double[] seen = new double[chance[g].length];
      for (int i = 0; i < RANDOM_PAIRS; i++) {
        long random = Hashing.mix(i * 0x9e3779b97f4a7c15L + 1);
        int l = leftRows[(int) ((random >>> 33) * leftRows.length >>> 31)];
        int r = rightRows[(int) ((random & Integer.MAX_VALUE) * rightRows.length >>> 31)];
        int code = 0;
        int unit = 1;
        for (int f : members[g]) {
          code += comparer.field(f).level(l, r) * unit;
          unit *= comparer.field(f).differs() + 1;
        }
        seen[code]++;
      }
      chance[g] = completed(g, seen, chance[g]);
    }
    return chance;
  }

  /** Where a value is missing, the others agree as they do where nothing is. */
  private double[] completed(int group, double[] seen, double[] product) {
    double[] full = new double[seen.length];
    for (int code = 1; code < full.length; code++) {
      full[code] = missing(group, code) == 0 ? seen[code] + STRENGTH * product[code] : 0;
    }
    double[] completed = full.clone();
    double total = 0;
    for (int code = 1; code < full.length; code++) {
      int missing = missing(group, code);
      for (int other = 1; missing > 0 && other < full.length; other++) {
        completed[code] += fits(group, code, other) ? full[other] * Math.pow(MISSING, missing) : 0;
      }
      total += completed[code];
    }
    for (int code = 1; code < full.length; code++) {
      completed[code] /= total;
    }
    return completed;
  }

  private int missing(int group, int code) {
    int missing = 0;
    for (int i = 0; i < members[group].length; i++) {
      missing += level(group, code, i) == 0 ? 1 : 0;
    }
    return missing;
  }

  private boolean fits(int group, int code, int full) {
    boolean fits = true;
    for (int i = 0; i < members[group].length; i++) {
      int level = level(group, code, i);
      fits &= level == 0 || level == level(group, full, i);
    }
    return fits;
  }
}
