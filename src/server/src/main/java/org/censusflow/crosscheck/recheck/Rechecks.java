package org.censusflow.crosscheck.recheck;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.crosscheck.compare.Difference;
import org.censusflow.crosscheck.compare.Difference.Status;
import org.censusflow.crosscheck.compare.DifferenceStore;
import org.censusflow.crosscheck.compare.Outcome;
import org.censusflow.crosscheck.compare.Verifier;
import org.censusflow.registration.question.AnswerFindings.Finding;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recheck of a block's differences: one officer verifies, another reviews, and what both agree
 * on becomes a new version of the registration.
 */
@Component
public class Rechecks {

  private final DifferenceStore store;
  private final DecisionRules rules;
  private final CorrectionApplier applier;
  private final RecheckViews views;
  private final AuditTrail audit;

  Rechecks(
      DifferenceStore store,
      DecisionRules rules,
      CorrectionApplier applier,
      RecheckViews views,
      AuditTrail audit) {
    this.store = store;
    this.rules = rules;
    this.applier = applier;
    this.views = views;
    this.audit = audit;
  }

  /** What an officer sees of a block; the look itself goes on record. */
  @Transactional
  public RecheckView view(RecheckTask task, String user) {
    audit.record(
        user,
        task.district(),
        "recheck." + task.stage().code(),
        "block",
        task.censusId() + "/" + task.block());
    return views.of(task, differences(task), user);
  }

  private List<Difference> differences(RecheckTask task) {
    return store.ofBlock(task.censusId(), task.block()).stream().filter(task::concerns).toList();
  }

  /**
   * Records what a verification found.
   *
   * @param correction answers of the household by field name, where the outcome asks for them
   * @param sure whether the household has said again what the checks doubt
   * @throws DecisionRefused when the difference is not part of the task, the decision breaks a
   *     rule, a check refuses the answers, or one doubts them and the household was not asked again
   */
  @Transactional
  public void settle(
      RecheckTask task,
      long differenceId,
      String outcomeCode,
      String reason,
      Map<String, String> correction,
      boolean sure,
      String user) {
    Difference difference = within(task, differenceId);
    Outcome outcome = rules.outcome(difference, outcomeCode);
    Map<String, String> given = rules.given(correction);
    List<Finding> doubts = rules.settle(task, difference, outcome, reason, given, sure);
    if (!store.settle(difference, outcome, reason.strip(), given, doubts, user)) {
      throw new DecisionRefused("该差异刚刚被他人更新，请刷新后再核实。");
    }
    changed(user, task.district(), "difference.settle", difference);
  }

  /**
   * Agrees with a verification or sends it back.
   *
   * @throws DecisionRefused when the reviewer is the verifier, or a return has no reason
   */
  @Transactional
  public void review(
      RecheckTask task, long differenceId, boolean approved, String reason, String user) {
    Difference difference = within(task, differenceId);
    rules.review(task, difference, approved, reason, user);
    if (!store.review(difference, approved, reason == null ? null : reason.strip(), user)) {
      throw new DecisionRefused("该差异刚刚被他人更新，请刷新后再复核。");
    }
    changed(user, task.district(), "difference.review", difference);
  }

  private void changed(String user, String district, String action, Difference difference) {
    audit.record(user, district, action, "difference", String.valueOf(difference.id()));
    audit.persons(user, district, action, difference.persons());
  }

  private Difference within(RecheckTask task, long differenceId) {
    return store
        .find(differenceId)
        .filter(
            d ->
                d.censusId().equals(task.censusId())
                    && d.block().equals(task.block())
                    && task.concerns(d))
        .orElseThrow(() -> new DecisionRefused("该差异不属于本任务。"));
  }

  /** How many differences of a task still wait for this stage. */
  public int open(RecheckTask task) {
    return (int) differences(task).stream().filter(task::waitsFor).count();
  }

  /** How many differences of a block wait to be verified, by who verifies them. */
  public Map<Verifier, Integer> toVerify(String censusId, String block) {
    Map<Verifier, Integer> counts = new EnumMap<>(Verifier.class);
    store.ofBlock(censusId, block).stream()
        .filter(Difference::toVerify)
        .forEach(difference -> counts.merge(difference.verifier(), 1, Integer::sum));
    return counts;
  }

  /**
   * The lowest rank that may review every difference of a block: supervisor, subdistrict or office.
   */
  public Verifier leastReviewer(String censusId, String block) {
    return store.ofBlock(censusId, block).stream()
        .map(Difference::reviewer)
        .max(Comparator.naturalOrder())
        .orElse(Verifier.SUPERVISOR);
  }

  /**
   * Writes the approved outcomes of a block into the registrations. Repeating it changes nothing
   * more.
   */
  @Transactional
  public int apply(String censusId, String block) {
    List<Difference> approved =
        store.ofBlock(censusId, block).stream().filter(d -> d.status() == Status.APPROVED).toList();
    applier.begin(censusId, approved);
    for (Difference difference : approved) {
      if (applier.apply(difference)) {
        // Done by the program on the word of the two; the second one's made it final.
        String district = store.district(censusId);
        changed(difference.reviewedBy(), district, "difference.apply", difference);
      }
    }
    return approved.size();
  }
}
