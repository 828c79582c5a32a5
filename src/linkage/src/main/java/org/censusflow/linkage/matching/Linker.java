package org.censusflow.linkage.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.population.Workers;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.KeyForm;
import org.censusflow.linkage.spec.KeyPart;

/**
 * One run: join on the identity number, doubt the joins that the other fields contradict, compare
 * what is left through blocking, learn the model, assign, and last come back to the doubted joins.
 */
public final class Linker {

  /**
   * Nobody better was found for either row, and yet name and date of birth say no: more likely a
   * typed-in wrong number.
   */
  private static final double CONTRADICTED = 0.3;

  /** How far below the threshold of a review the household may lift a pair into one. */
  private static final double HOUSEHOLD_SHARE = 0.01;

  private final Population left;
  private final Population right;
  private final ComparisonSpec spec;
  private final Workers workers;
  private final Stages stages;
  private final MatchModel known;
  private final long mostPairs;
  private final RowComparer comparer;
  private final Linkage linkage;
  private final IdMatches idMatches;

  /**
   * A run that learns its model, or takes over a known one when that is not {@code null}.
   *
   * @param mostPairs how many pairs may be compared; 0 for what the memory holds
   */
  public Linker(
      Population left,
      Population right,
      ComparisonSpec spec,
      Workers workers,
      Stages stages,
      MatchModel known,
      long mostPairs) {
    this.mostPairs = mostPairs == 0 ? PairCounts.MOST : mostPairs;
    this.known = known;
    this.left = left;
    this.right = right;
    this.spec = spec;
    this.workers = workers;
    this.stages = stages;
    comparer = new RowComparer(spec, left, right);
    linkage = new Linkage(left.size(), right.size());
    idMatches = new IdMatches(comparer, linkage, workers);
  }

  public Linkage run() {
    idMatches.join(spec.copies());
    stages.end("id-join");
    int[] leftRows = Linkage.rows(linkage.partner, false);
    int[] rightRows = Linkage.rows(linkage.owner, false);
    Blocking blocking = new Blocking(spec.blocking(), left, right, comparer, workers, mostPairs);
    PatternCounts labelled = idMatches.patterns();
    boolean kinds = known == null || !known.groups().isEmpty();
    boolean ruled = kinds && labelled.size() == 0;
    CandidatePairs pairs =
        ruled
            ? blocking.ruledPairs(leftRows, rightRows, this::doubted)
            : blocking.pairs(leftRows, rightRows, this::doubted);
    linkage.rules = blocking.figures();
    stages.end("block");
    linkage.scoring = scoring(leftRows, rightRows, pairs, blocking, labelled);
    stages.end("learn");
    Assignment assignment = assign(pairs);
    if (spec.copies()) {
      assignCopies();
    }
    settleDoubts();
    reviewByHousehold(assignment);
    stages.end("assign");
    assignment.addUnlinked(linkage);
    estimateLoss();
    stages.end("estimate");
    return linkage;
  }

  /** How much blocking loses is told by the matches that it has found. */
  private void estimateLoss() {
    for (int l = 0; l < left.size(); l++) {
      boolean sameNumber = linkage.scoring.sameNumber(linkage.pattern[l]);
      linkage.byNumber.set(l, sameNumber || idMatches.doubted(l) >= 0);
    }
    int[] found =
        rows(
            left.size(),
            l -> linkage.partner[l] >= 0 && !linkage.review.get(l) && !linkage.byNumber.get(l));
    int[] partners = new int[found.length];
    Arrays.setAll(partners, i -> linkage.partner[found[i]]);
    linkage.lostShare = new BlockingLoss(spec.blocking(), left, right).share(found, partners);
  }

  private static int[] rows(int size, IntPredicate which) {
    int[] rows = new int[size];
    int n = 0;
    for (int row = 0; row < size; row++) {
      if (which.test(row)) {
        rows[n++] = row;
      }
    }
    return Arrays.copyOf(rows, n);
  }

  /**
   * A number that joined a row to somebody else's is no evidence for that row, neither for nor
   * against.
   */
  private long doubted(int l, int r, long pattern) {
    if (comparer.idField() < 0) {
      return pattern;
    }
    if (idMatches.doubted(l) >= 0 || idMatches.doubtedRight(r)) {
      return comparer.without(pattern, comparer.idField());
    }
    return comparer.contradicts(pattern) ? CandidatePairs.Sieve.DROP : pattern;
  }

  private Scoring scoring(
      int[] leftRows,
      int[] rightRows,
      CandidatePairs pairs,
      Blocking blocking,
      PatternCounts labelled) {
    double possible = Math.max(1.0, leftRows.length) * Math.max(1, rightRows.length);
    double most = Math.min(leftRows.length, rightRows.length);
    ModelTrainer trainer = new ModelTrainer(comparer, workers);
    if (pairs.hasRules()) {
      ModelTrainer.Unlabelled learnt =
          known == null
              ? trainer.train(leftRows, rightRows, pairs, blocking.rules(), possible, most, true)
              : trainer.reuse(known, leftRows, rightRows, pairs, blocking.rules(), possible, most);
      return new Scoring(
          comparer, learnt.model(), learnt.classes(), frequencies(leftRows), blocking);
    }
    PatternCounts residual = PatternCounts.of(pairs);
    Model model =
        known != null
            ? trainer.reuse(known, residual, possible, most)
            : trainer.train(leftRows, rightRows, labelled, residual, possible, most);
    return new Scoring(comparer, model, frequencies(leftRows), blocking);
  }

  private ValueFrequencies[] frequencies(int[] leftRows) {
    ValueFrequencies[] frequencies = new ValueFrequencies[comparer.size()];
    for (int f = 0; f < frequencies.length; f++) {
      FieldComparator field = comparer.field(f);
      if (field.spec().frequency()) {
        frequencies[f] = new ValueFrequencies(field.left(), leftRows, field.right(), workers);
      }
    }
    return frequencies;
  }

  private Assignment assign(CandidatePairs pairs) {
    Assignment assignment =
        new Assignment(pairs, linkage.scoring, left.size(), right.size(), this::person);
    assignment.assign(spec.reviewAt(), linkage, false, this::link);
    return assignment;
  }

  /**
   * Pairs that are a little too weak for a review are reviewed all the same when others of the two
   * households are matched.
   */
  private void reviewByHousehold(Assignment assignment) {
    int address = comparer.first(Role.ADDRESS);
    if (address < 0) {
      return;
    }
    FieldComparator field = comparer.field(address);
    HouseholdEvidence households = new HouseholdEvidence(field.left(), field.right());
    double least = spec.reviewAt() * HOUSEHOLD_SHARE;
    assignment.assign(least, linkage, false, (l, r, pattern, posterior) -> households.ask(l, r));
    if (households.look(linkage)) {
      assignment.assign(
          least,
          linkage,
          false,
          (l, r, pattern, posterior) -> {
            if (posterior >= least && households.matched(l, r)) {
              linkage.link(l, r, pattern, posterior, true);
              linkage.household.set(l);
            }
          });
    }
  }

  private void link(int l, int r, long pattern, double posterior) {
    if (posterior >= spec.reviewAt()) {
      linkage.link(l, r, pattern, posterior, posterior < spec.matchAt());
    }
  }

  /** Rows of the left without a partner may be further rows of a person who has one already. */
  private void assignCopies() {
    Blocking byName = new Blocking(rulesWithName(), left, right, comparer, workers);
    int[] free = rows(left.size(), l -> linkage.partner[l] < 0 && idMatches.doubted(l) < 0);
    int[] taken = Linkage.rows(linkage.owner, true);
    CandidatePairs pairs = byName.pairs(free, taken, this::sameName);
    double copies = Math.max(1, linkage.copy.cardinality());
    double expected = free.length * copies / left.size();
    double prior = Math.min(0.5, expected / Math.max(1.0, (double) free.length * taken.length));
    new Assignment(pairs, linkage.scoring.withPrior(prior), left.size(), right.size(), this::person)
        .assign(spec.matchAt(), linkage, true, this::link);
  }

  /** Rules that ask for the same name: the others cannot bring a person's further rows together. */
  private List<BlockingRule> rulesWithName() {
    Set<String> names = new HashSet<>();
    for (int f = 0; f < comparer.size(); f++) {
      if (comparer.field(f).spec().field().role() == Role.NAME) {
        names.add(comparer.field(f).spec().field().name());
      }
    }
    List<BlockingRule> rules = new ArrayList<>();
    for (BlockingRule rule : spec.blocking()) {
      for (KeyPart part : rule.parts()) {
        if (names.contains(part.field()) && part.form() == KeyForm.VALUE) {
          rules.add(rule);
          break;
        }
      }
    }
    return rules.isEmpty() ? spec.blocking() : rules;
  }

  /** A further row of a person bears the person's name; else it may be the twin's. */
  private long sameName(int l, int r, long pattern) {
    return comparer.nameDiffers(pattern) ? CandidatePairs.Sieve.DROP : pattern;
  }

  /**
   * Where a person may have several rows, those with one number are one person; else each row is.
   */
  private long person(int l) {
    int id = comparer.idField();
    long number = spec.copies() && id >= 0 ? comparer.field(id).left().key(l) : 0;
    return number == 0 ? -1L - l : number;
  }

  /**
   * Doubted joins whose rows found nobody better: the number stands, for a person to look at where
   * it was contradicted.
   */
  private void settleDoubts() {
    for (int l = 0; l < left.size(); l++) {
      int r = idMatches.doubted(l);
      if (r >= 0 && linkage.partner[l] < 0 && (linkage.owner[r] < 0 || spec.copies())) {
        boolean contradicted = idMatches.contradicted(l);
        linkage.link(l, r, comparer.pattern(l, r), contradicted ? CONTRADICTED : 1, contradicted);
      }
    }
  }
}
