package org.censusflow.crosscheck.recheck.workflow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.access.Caller;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.crosscheck.AreaRecheckProcess;
import org.censusflow.base.task.ClaimedTasks;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.base.task.TaskRule;
import org.censusflow.crosscheck.compare.AreaRechecks;
import org.censusflow.crosscheck.compare.Verifier;
import org.censusflow.crosscheck.compare.workflow.CrossCheckSteps;
import org.censusflow.crosscheck.recheck.DecisionRefused;
import org.censusflow.crosscheck.recheck.RecheckTask;
import org.censusflow.crosscheck.recheck.RecheckTask.Stage;
import org.censusflow.crosscheck.recheck.RecheckTasks;
import org.censusflow.crosscheck.recheck.Rechecks;
import org.censusflow.crosscheck.recheck.TaskNotClaimed;
import org.censusflow.mapping.assignment.OwnBlocks;
import org.censusflow.mapping.assignment.OwnBlocks.Place;
import org.springframework.stereotype.Component;

/**
 * Finds out which differences a task is about, from the block whose recheck was begun under the
 * instance's key, and lets it be completed only when none of them waits.
 */
@Component
class EngineRecheckTasks implements RecheckTasks, TaskRule {

  /** What a task is about, and whose it is. */
  private record Part(Stage stage, Set<Verifier> roles, Set<GroupKind> kinds) {}

  private static final Map<String, Part> PARTS =
      Map.of(
          AreaRecheckProcess.VERIFY_BY_ENUMERATOR,
              verify(GroupKind.ENUMERATORS, Verifier.ENUMERATOR),
          AreaRecheckProcess.VERIFY_BY_SUPERVISOR,
              verify(GroupKind.SUPERVISORS, Verifier.SUPERVISOR),
          AreaRecheckProcess.VERIFY_BY_SUBDISTRICT,
              verify(GroupKind.SUBDISTRICT_OFFICE, Verifier.SUBDISTRICT, Verifier.COMMUNITY),
          AreaRecheckProcess.VERIFY_BY_OFFICE, verify(GroupKind.CENSUS_OFFICE, Verifier.OFFICE),
          AreaRecheckProcess.REVIEW_VERIFICATION,
              new Part(
                  Stage.REVIEW,
                  EnumSet.allOf(Verifier.class),
                  EnumSet.of(
                      GroupKind.CENSUS_OFFICE,
                      GroupKind.SUBDISTRICT_OFFICE,
                      GroupKind.SUPERVISORS)));

  private final ClaimedTasks tasks;
  private final AreaRechecks areas;
  private final OwnBlocks own;
  private final Rechecks rechecks;

  EngineRecheckTasks(ClaimedTasks tasks, AreaRechecks areas, OwnBlocks own, Rechecks rechecks) {
    this.tasks = tasks;
    this.areas = areas;
    this.own = own;
    this.rechecks = rechecks;
  }

  private static Part verify(GroupKind kind, Verifier first, Verifier... more) {
    return new Part(Stage.VERIFY, EnumSet.of(first, more), EnumSet.of(kind));
  }

  @Override
  public RecheckTask claimedBy(Caller caller, String taskId) {
    TaskOrigin origin =
        tasks.of(
            caller,
            taskId,
            this::appliesTo,
            () -> new DecisionRefused("没有这项复查任务，或者任务已经完成。请刷新任务列表。"),
            TaskNotClaimed::new);
    Place place = place(origin);
    own.require(place, PARTS.get(origin.task()).kinds(), caller);
    return recheckTask(origin, place);
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return PARTS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    TaskOrigin origin = TaskOrigin.of(task);
    RecheckTask recheck = recheckTask(origin, place(origin));
    int open = rechecks.open(recheck);
    if (open > 0) {
      String step = recheck.stage() == Stage.REVIEW ? "复核" : "核实";
      throw new TaskRefused("CF-E301 还有 " + open + " 条差异没有" + step + "，全部" + step + "后才能完成任务。");
    }
  }

  /** The recheck that was begun for the instance; its key is made by {@link CrossCheckSteps}. */
  private Place place(TaskOrigin origin) {
    int end = origin.key().lastIndexOf('/');
    return areas
        .place(origin.district(), origin.key().substring(0, end), origin.key().substring(end + 1))
        .orElseThrow(
            () -> new IllegalStateException("CF-E160 No recheck was begun for " + origin.key()));
  }

  private static RecheckTask recheckTask(TaskOrigin origin, Place place) {
    Part part = PARTS.get(origin.task());
    return new RecheckTask(
        place.district(),
        place.censusId(),
        place.block(),
        origin.label(),
        part.stage(),
        part.roles());
  }
}
