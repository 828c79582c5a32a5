package org.censusflow.registration.field.workflow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.access.Caller;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.registration.BlockShortFormsProcess;
import org.censusflow.base.task.ClaimedTasks;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.base.task.TaskRule;
import org.censusflow.mapping.assignment.OwnBlocks;
import org.censusflow.mapping.assignment.OwnBlocks.Place;
import org.censusflow.registration.field.FieldTask;
import org.censusflow.registration.field.FieldTask.Stage;
import org.censusflow.registration.field.FieldTaskNotClaimed;
import org.censusflow.registration.field.FieldTasks;
import org.censusflow.registration.field.FieldWorkRefused;
import org.censusflow.registration.field.HouseholdCases;
import org.censusflow.registration.field.RecheckSamples;
import org.censusflow.registration.field.Rechecked;
import org.censusflow.registration.submission.BlockPlaces;
import org.springframework.stereotype.Component;

/**
 * Finds out which block a task is about, from the instance's key, and lets it be completed only
 * when no household waits.
 */
@Component
class EngineFieldTasks implements FieldTasks, TaskRule {

  private static final Map<String, Stage> STAGES =
      Map.of(
          BlockShortFormsProcess.ENUMERATE_SHORT_FORMS,
          Stage.ENUMERATE,
          BlockShortFormsProcess.RECHECK_SAMPLE,
          Stage.RECHECK);

  private static final Map<Stage, Set<GroupKind>> KINDS =
      Map.of(
          Stage.ENUMERATE, EnumSet.of(GroupKind.ENUMERATORS),
          Stage.RECHECK, EnumSet.of(GroupKind.SUPERVISORS));

  private final ClaimedTasks tasks;
  private final Districts districts;
  private final BlockPlaces places;
  private final OwnBlocks own;
  private final HouseholdCases cases;
  private final RecheckSamples samples;

  EngineFieldTasks(
      ClaimedTasks tasks,
      Districts districts,
      BlockPlaces places,
      OwnBlocks own,
      HouseholdCases cases,
      RecheckSamples samples) {
    this.tasks = tasks;
    this.districts = districts;
    this.places = places;
    this.own = own;
    this.cases = cases;
    this.samples = samples;
  }

  @Override
  public FieldTask claimedBy(Caller caller, String taskId) {
    TaskOrigin origin =
        tasks.of(
            caller,
            taskId,
            this::appliesTo,
            () -> new FieldWorkRefused("没有这项登记或复核任务，或者任务已经完成。请刷新任务列表。"),
            FieldTaskNotClaimed::new);
    Place place = place(origin);
    Stage stage = STAGES.get(origin.task());
    own.require(place, KINDS.get(stage), caller);
    return new FieldTask(
        place.district(),
        place.censusId(),
        place.block(),
        origin.label(),
        stage,
        districts.require(place.district()).fieldWork().visits(),
        origin.returnReason());
  }

  /** The block is the key of its instance; the census is the one that the program began it for. */
  private Place place(TaskOrigin origin) {
    return places
        .find(origin.district(), origin.censusId(), origin.key())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "CF-E160 %s has no block %s".formatted(origin.district(), origin.key())));
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return STAGES.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    TaskOrigin origin = TaskOrigin.of(task);
    Place place = place(origin);
    if (STAGES.get(origin.task()) == Stage.ENUMERATE) {
      cases.sync(place.censusId(), place.block());
      int open = cases.open(place.censusId(), place.block());
      if (open > 0) {
        throw new TaskRefused("CF-E851 还有 " + open + " 户没有登记或结案，全部登记或结案后才能完成任务。");
      }
    } else {
      Rechecked found = samples.rechecked(place.censusId(), place.block());
      if (found.checked() < found.drawn()) {
        throw new TaskRefused(
            "CF-E852 还有 " + (found.drawn() - found.checked()) + " 户没有复核，全部复核后才能完成任务。");
      }
    }
  }
}
