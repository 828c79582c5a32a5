package org.censusflow.difference;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.censusflow.access.AuditTrail;
import org.censusflow.difference.Difference.Status;
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
   * @throws DecisionRefused when the difference is not part of the task, or the decision breaks a
   *     rule
   */
  @Transactional
  public void settle(
      RecheckTask task,
      long differenceId,
      String outcomeCode,
      String reason,
      Map<String, String> correction,
      String user) {
    Difference difference = within(task, differenceId);
    Outcome outcome = rules.outcome(difference, outcomeCode);
    rules.settle(task, difference, outcome, reason, correction);
    if (!store.settle(difference, outcome, reason.strip(), correction, user)) {
      throw new DecisionRefused("该差异刚刚被他人更新，请刷新后再核实。");
    }
    audit.record(
        user, task.district(), "difference.settle", "difference", String.valueOf(differenceId));
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
    audit.record(
        user, task.district(), "difference.review", "difference", String.valueOf(differenceId));
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
    approved.forEach(applier::apply);
    return approved.size();
  }
}
