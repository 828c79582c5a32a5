package org.censusflow.crosscheck.review;

import java.util.List;
import org.censusflow.base.access.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review of doubtful pairs: two people judge each pair without sight of each other's answer, of
 * the score or of the comparison's own verdict; where they do not agree a lead decides.
 */
@Component
public class ClericalReviews {

  /** What two people look through in one sitting. */
  static final int BATCH = 50;

  private static final int LONGEST_REASON = 500;

  private final ReviewStore store;
  private final ReviewViews views;
  private final AuditTrail audit;

  ClericalReviews(ReviewStore store, ReviewViews views, AuditTrail audit) {
    this.store = store;
    this.views = views;
    this.audit = audit;
  }

  /** Puts the pairs of a new run on record, in their order, in batches. */
  @Transactional
  public void keep(String censusId, long run, List<DoubtfulPair> pairs) {
    store.add(censusId, run, pairs, BATCH);
  }

  /** How many pairs of the latest run have no verdict. */
  public int undecided(String censusId) {
    return store.undecided(censusId);
  }

  /** Keys of the batches of the latest run that have pairs without a verdict. */
  public List<String> batches(String censusId) {
    return store.batches(censusId);
  }

  /** Whether a batch has pairs of a census of the district. */
  public boolean isOf(String district, String batch) {
    return store.isOf(district, batch);
  }

  /** How many pairs a batch has. */
  public int size(String batch) {
    return store.ofBatch(batch).size();
  }

  /**
   * What an officer sees of a task; the look itself goes on record.
   *
   * @throws JudgementRefused when the officer has answered in another part of the batch
   */
  @Transactional
  public ReviewView view(ReviewTask task, String user) {
    refuseSecondPart(task, user);
    audit.record(
        user, task.district(), "clerical." + task.part().code(), "review-batch", task.batch());
    List<JudgedPair> pairs = pairs(task);
    seen(task, pairs, user);
    return views.of(task, pairs, user);
  }

  /** Every person and every record that is shown goes on record. */
  private void seen(ReviewTask task, List<JudgedPair> pairs, String user) {
    String action = "clerical." + task.part().code();
    audit.persons(user, task.district(), action, pairs.stream().map(JudgedPair::personId).toList());
    audit.recordAll(
        user,
        task.district(),
        action,
        AuditTrail.REGISTER_ROW,
        pairs.stream().map(pair -> pair.row().deliveryId() + "/" + pair.row().line()).toList());
  }

  private List<JudgedPair> pairs(ReviewTask task) {
    return store.ofBatch(task.batch()).stream().filter(p -> p.concerns(task.part())).toList();
  }

  /**
   * Takes an answer; answering again replaces the answer, and both stay on record.
   *
   * @param answerCode {@code same}, {@code different} or {@code unsure}
   * @param reason may be empty unless a lead decides
   * @throws JudgementRefused when the pair is not part of the task, the officer has answered in
   *     another part of the batch, or the answer is incomplete
   */
  @Transactional
  public void answer(ReviewTask task, long pairId, String answerCode, String reason, String user) {
    store.lock(task.batch());
    refuseSecondPart(task, user);
    if (pairs(task).stream().noneMatch(pair -> pair.id() == pairId)) {
      throw new JudgementRefused("该配对不属于本任务。");
    }
    PairAnswer answer =
        PairAnswer.ofCode(answerCode)
            .orElseThrow(() -> new JudgementRefused("请选择：同一人、不是同一人或者无法判断。"));
    String said = reason == null ? "" : reason.strip();
    if (task.decides() && said.isEmpty()) {
      throw new JudgementRefused("裁定须写明理由。");
    }
    if (said.length() > LONGEST_REASON) {
      throw new JudgementRefused("理由最多 " + LONGEST_REASON + " 字。");
    }
    store.answer(pairId, task.part(), answer, said.isEmpty() ? null : said, user);
    audit.record(user, task.district(), "pair.answer", "review-pair", String.valueOf(pairId));
  }

  /** Whether an account may do a task: nobody answers in two parts of one batch. */
  public boolean mayDo(ReviewTask task, String user) {
    return !store.answeredElsewhere(task.batch(), task.part(), user);
  }

  private void refuseSecondPart(ReviewTask task, String user) {
    if (!mayDo(task, user)) {
      throw new JudgementRefused("您已参加本批配对的判定，这一份须由另一人独立完成。请退回任务。");
    }
  }

  /**
   * How many pairs of a task still wait for an answer of this officer. Whoever takes a task over
   * answers every pair: nobody learns from it what somebody else has answered.
   */
  public int open(ReviewTask task, String user) {
    return (int) pairs(task).stream().filter(p -> p.own(task.part(), user) == null).count();
  }

  /** How many pairs of a batch a lead has to decide. */
  public int disputed(String batch) {
    return (int) store.ofBatch(batch).stream().filter(JudgedPair::disputed).count();
  }

  /**
   * Makes verdicts of the answers. Repeating it adds nothing.
   *
   * @return how many pairs have been decided, those that nobody can tell included
   * @throws IllegalStateException when a pair still waits for an answer
   */
  @Transactional
  public int conclude(String batch) {
    store.lock(batch);
    List<JudgedPair> pairs = store.ofBatch(batch);
    for (JudgedPair pair : pairs) {
      PairAnswer verdict =
          pair.decided()
              .orElseThrow(() -> new IllegalStateException("No decision on pair " + pair.id()));
      if (store.decide(pair, verdict)) {
        pair.deciders()
            .forEach(
                user ->
                    audit.persons(
                        user,
                        store.district(pair.censusId()),
                        "verdict.decide",
                        List.of(pair.personId())));
      }
    }
    return pairs.size();
  }
}
