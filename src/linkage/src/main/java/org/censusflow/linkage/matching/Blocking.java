package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.censusflow.linkage.evaluation.RuleFigures;
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

  /** A key that more rows share says little; its block is compared by a finer key. */
  private static final int LARGEST_BLOCK = 2000;

  private final List<BlockingRule> rules;
  private final Population left;
  private final Population right;
  private final RowComparer comparer;
  private final Workers workers;
  private final PairCounts counts;

  Blocking(
      List<BlockingRule> rules,
      Population left,
      Population right,
      RowComparer comparer,
      Workers workers) {
    this(rules, left, right, comparer, workers, PairCounts.MOST);
  }

  /**
   * @param most how many pairs may be looked at
   */
  Blocking(
      List<BlockingRule> rules,
      Population left,
      Population right,
      RowComparer comparer,
      Workers workers,
      long most) {
    counts = new PairCounts(rules, most);
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

  /** What each rule has brought together so far. */
  List<RuleFigures> figures() {
    return counts.figures();
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
    private final FinerBlocks[] finer = new FinerBlocks[rules.size()];
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
            if (indexes[i].largest() > LARGEST_BLOCK && !keys[i].several()) {
              finer[i] = finer(i);
            }
          });
      int ranges = (streamed.length + RANGE - 1) / RANGE;
      CandidatePairs[] found = new CandidatePairs[ranges];
      workers.run(ranges, range -> found[range] = pairs(range));
      return CandidatePairs.joined(found);
    }

    private FinerBlocks finer(int rule) {
      BlockingKeys own = new BlockingKeys(rules.get(rule), rightIndexed ? right : left);
      return new FinerBlocks(
          rules.get(rule),
          comparer,
          rightIndexed,
          indexed,
          own.keys(indexed, 0, indexed.length),
          indexes[rule],
          LARGEST_BLOCK);
    }

    private CandidatePairs pairs(int range) {
      CandidatePairs pairs = ruled ? CandidatePairs.withRules() : new CandidatePairs();
      int from = range * RANGE;
      int to = Math.min(streamed.length, from + RANGE);
      // All look-ups of the range first: they do not wait for each other.
      int[][] slots = new int[indexes.length][];
      long[][] rowKeys = new long[indexes.length][];
      PairCounts.Range met = counts.new Range();
      for (int rule = 0; rule < indexes.length; rule++) {
        if (!keys[rule].several()) {
          rowKeys[rule] = keys[rule].keys(streamed, from, to);
          slots[rule] = indexes[rule].slots(rowKeys[rule]);
        }
      }
      int[] stamp = stamps.get();
      for (int i = from; i < to; i++) {
        for (int rule = 0; rule < indexes.length; rule++) {
          BlockIndex index = indexes[rule];
          if (slots[rule] != null) {
            long key = rowKeys[rule][i - from];
            block(i, rule, key, slots[rule][i - from], stamp, pairs, met);
            continue;
          }
          for (long key : keys[rule].keys(streamed[i])) {
            block(i, rule, key, index.slot(key), stamp, pairs, met);
          }
        }
      }
      met.add();
      pairs.compare(comparer);
      return pairs.sifted(sieve);
    }

    private void block(
        int i,
        int rule,
        long key,
        int slot,
        int[] stamp,
        CandidatePairs out,
        PairCounts.Range met) {
      if (slot < 0) {
        return;
      }
      BlockIndex index = indexes[rule];
      if (index.to(slot) - index.from(slot) <= LARGEST_BLOCK) {
        take(i, rule, index, slot, stamp, out, met);
        return;
      }
      met.passedOver(rule);
      if (finer[rule] != null) {
        finer[rule].blocks(
            key,
            streamed[i],
            LARGEST_BLOCK,
            (split, at) -> take(i, rule, split, at, stamp, out, met));
      }
    }

    private void take(
        int i,
        int rule,
        BlockIndex index,
        int slot,
        int[] stamp,
        CandidatePairs out,
        PairCounts.Range met) {
      int before = out.size();
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
      met.block(rule, index.to(slot) - index.from(slot), out.size() - before);
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
