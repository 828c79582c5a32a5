package org.censusflow.sample.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.crosscheck.recheck.RecheckTask;
import org.censusflow.crosscheck.recheck.RecheckTasks;
import org.censusflow.crosscheck.recheck.RecheckView;
import org.censusflow.crosscheck.recheck.Rechecks;
import org.censusflow.sample.SampleFiles;
import org.censusflow.sample.SampleTruth;
import org.censusflow.sample.SampleVisits;
import org.springframework.stereotype.Component;

/**
 * How sample enumerators, supervisors and offices settle differences: a visit finds what the
 * generator knows, and a reviewer agrees with what somebody else found.
 */
@Component
class RecheckWork implements TaskPlay {

  private static final String VERIFIED = "verified";
  private static final Set<String> WAITING = Set.of("open", "returned");

  private final RecheckTasks tasks;
  private final Rechecks rechecks;
  private final SampleVisits visits;
  private final SampleFiles files;
  private SampleTruth truth;

  RecheckWork(RecheckTasks tasks, Rechecks rechecks, SampleVisits visits, SampleFiles files) {
    this.tasks = tasks;
    this.rechecks = rechecks;
    this.visits = visits;
    this.files = files;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return taskDefinitionKey.startsWith("Task_Verify")
        || AreaRecheckProcess.REVIEW_VERIFICATION.equals(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    RecheckTask recheck = tasks.claimedBy(person.caller(), task.getId());
    RecheckView view = rechecks.view(recheck, person.user());
    boolean review = recheck.stage() == RecheckTask.Stage.REVIEW;
    if (review && settledAny(view)) {
      return Optional.empty();
    }
    Map<Long, SampleVisits.Visit> found =
        review ? Map.of() : visits.toBlock(truth(), recheck.censusId(), recheck.block());
    for (RecheckView.Person someone : view.people()) {
      for (RecheckView.Item item : someone.differences()) {
        if (review) {
          approve(recheck, item, person);
        } else if (WAITING.contains(item.status())) {
          SampleVisits.Visit visit = found.get(item.id());
          rechecks.settle(
              recheck,
              item.id(),
              visit.outcome(),
              visit.reason(),
              visit.correction(),
              visit.sure(),
              person.user());
        }
      }
    }
    return Optional.of(Map.of());
  }

  private void approve(RecheckTask recheck, RecheckView.Item item, StaffMember person) {
    if (VERIFIED.equals(item.status())) {
      rechecks.review(recheck, item.id(), true, null, person.user());
    }
  }

  private static boolean settledAny(RecheckView view) {
    return view.people().stream()
        .flatMap(person -> person.differences().stream())
        .anyMatch(item -> item.settledByMe() && VERIFIED.equals(item.status()));
  }

  private synchronized SampleTruth truth() {
    if (truth == null) {
      try {
        truth = files.truth();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return truth;
  }
}
