package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.BlockingRule;

/**
 * Brings together the pairs of rows that agree on at least one blocking rule, each pair once.
 *
 * <p>The side with fewer rows is indexed by key; the other side's rows stream past all indexes at
 * once (W. E. Yancey 2004), in ranges of fixed size, so that the pairs come out in the same order
 * for any number of threads.
 */
final class Blocking {

  private static final int RANGE = 4096;

  /** A key that more rows share says nothing; its block is passed over. */
  private static final int LARGEST_BLOCK = 2000;

  private final List<BlockingRule> rules;
  private final Population left;
  private final Population right;
  private final RowComparer comparer;
  private final Workers workers;

  Blocking(
      List<BlockingRule> rules,
      Population left,
      Population right,
      RowComparer comparer,
      Workers workers) {
    this.rules = rules;
    this.left = left;
    this.right = right;
    this.comparer = comparer;
    this.workers = workers;
  }

  /** Candidate pairs among the given rows that a sieve lets pass. */
  CandidatePairs pairs(int[] leftRows, int[] rightRows, CandidatePairs.Sieve sieve) {
    return new Pass(leftRows, rightRows, sieve, false).run();
  }

  /** The same, with the rules that each pair agrees on. */
  CandidatePairs ruledPairs(int[] leftRows, int[] rightRows, CandidatePairs.Sieve sieve) {
    return new Pass(leftRows, rightRows, sieve, true).run();
  }

  /** The rules that two rows agree on, a bit each as in {@link CandidatePairs#rules}. */
  int rules(int l, int r) {
    int agreed = 0;
    for (int rule = 0; rule < rules.size(); rule++) {
      agreed |= agree(rules.get(rule), l, r) ? 1 << Math.min(rule, Integer.SIZE - 1) : 0;
    }
    return agreed;
  }

  List<BlockingRule> rules() {
    return rules;
  }

  /** Whether two rows agree on a rule. */
  boolean agree(int l, int r) {
    for (BlockingRule rule : rules) {
      if (agree(rule, l, r)) {
        return true;
      }
    }
    return false;
  }

  private boolean agree(BlockingRule rule, int l, int r) {
    BlockingKeys a = new BlockingKeys(rule, left);
    BlockingKeys b = new BlockingKeys(rule, right);
    if (!a.several()) {
      return a.key(l) != 0 && a.key(l) == b.key(r);
    }
    for (long key : a.keys(l)) {
      if (Arrays.stream(b.keys(r)).anyMatch(other -> other == key)) {
        return true;
      }
    }
    return false;
  }

  /** One indexed side, one streaming side. */
  private final class Pass {
    private final boolean rightIndexed;
    private final int[] streamed;
    private final int[] indexed;
    private final BlockIndex[] indexes = new BlockIndex[rules.size()];
    private final BlockingKeys[] keys = new BlockingKeys[rules.size()];
    private final CandidatePairs.Sieve sieve;
    private final boolean ruled;
    private final ThreadLocal<int[]> stamps;

    /** By indexed row the place of its pair with the row that streams past. */
    private final ThreadLocal<int[]> places;

    Pass(int[] leftRows, int[] rightRows, CandidatePairs.Sieve sieve, boolean ruled) {
      this.ruled = ruled;
      this.sieve = sieve;
      rightIndexed = rightRows.length <= leftRows.length;
      streamed = rightIndexed ? leftRows : rightRows;
      indexed = rightIndexed ? rightRows : leftRows;
      stamps = ThreadLocal.withInitial(() -> new int[indexed.length]);
      places = ThreadLocal.withInitial(() -> new int[ruled ? indexed.length : 0]);
    }

    CandidatePairs run() {
      workers.run(
          rules.size(),
          i -> {
            indexes[i] =
                index(new BlockingKeys(rules.get(i), rightIndexed ? right : left), indexed);
            keys[i] = new BlockingKeys(rules.get(i), rightIndexed ? left : right);
          });
      int ranges = (streamed.length + RANGE - 1) / RANGE;
      CandidatePairs[] found = new CandidatePairs[ranges];
      workers.run(ranges, range -> found[range] = pairs(range));
      return CandidatePairs.joined(found);
    }

    private CandidatePairs pairs(int range) {
      CandidatePairs pairs = ruled ? CandidatePairs.withRules() : new CandidatePairs();
      int from = range * RANGE;
      int to = Math.min(streamed.length, from + RANGE);
      // All look-ups of the range first: they do not wait for each other.
      int[][] slots = new int[indexes.length][];
      for (int rule = 0; rule < indexes.length; rule++) {
        if (!keys[rule].several()) {
          slots[rule] = indexes[rule].slots(keys[rule].keys(streamed, from, to));
        }
      }
      int[] stamp = stamps.get();
      for (int i = from; i < to; i++) {
        for (int rule = 0; rule < indexes.length; rule++) {
          BlockIndex index = indexes[rule];
          if (slots[rule] != null) {
            block(i, rule, slots[rule][i - from], stamp, pairs);
            continue;
          }
          for (long key : keys[rule].keys(streamed[i])) {
            block(i, rule, index.slot(key), stamp, pairs);
          }
        }
      }
      pairs.compare(comparer);
      return pairs.sifted(sieve);
    }

    private void block(int i, int rule, int slot, int[] stamp, CandidatePairs out) {
      BlockIndex index = indexes[rule];
      if (slot < 0 || index.to(slot) - index.from(slot) > LARGEST_BLOCK) {
        return;
      }
      for (int p = index.from(slot); p < index.to(slot); p++) {
        int other = index.position(p);
        if (stamp[other] != i + 1) {
          stamp[other] = i + 1;
          out.add(
              rightIndexed ? streamed[i] : indexed[other],
              rightIndexed ? indexed[other] : streamed[i],
              0);
          if (ruled) {
            places.get()[other] = out.size() - 1;
          }
        }
        if (ruled) {
          out.addRule(places.get()[other], rule);
        }
      }
    }
  }

  private static BlockIndex index(BlockingKeys keys, int[] rows) {
    if (!keys.several()) {
      int[] positions = new int[rows.length];
      Arrays.setAll(positions, i -> i);
      return new BlockIndex(keys.keys(rows, 0, rows.length), positions, rows.length);
    }
    List<long[]> perRow = new ArrayList<>(rows.length);
    int total = 0;
    for (int row : rows) {
      long[] all = keys.keys(row);
      perRow.add(all);
      total += all.length;
    }
    long[] flat = new long[total];
    int[] owner = new int[total];
    int at = 0;
    for (int i = 0; i < rows.length; i++) {
      long[] all = perRow.get(i);
      System.arraycopy(all, 0, flat, at, all.length);
      Arrays.fill(owner, at, at + all.length, i);
      at += all.length;
    }
    return new BlockIndex(flat, owner, total);
  }
}
