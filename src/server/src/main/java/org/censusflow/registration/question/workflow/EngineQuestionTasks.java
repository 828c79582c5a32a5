package org.censusflow.registration.question.workflow;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.access.Caller;
import org.censusflow.base.district.GroupKind;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.process.registration.HouseholdQuestionProcess;
import org.censusflow.base.task.ClaimedTasks;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.base.task.TaskRule;
import org.censusflow.mapping.assignment.OwnBlocks;
import org.censusflow.mapping.assignment.OwnBlocks.Place;
import org.censusflow.registration.question.HouseholdQuestions;
import org.censusflow.registration.question.QuestionRefused;
import org.censusflow.registration.question.QuestionTask;
import org.censusflow.registration.question.QuestionTask.Stage;
import org.censusflow.registration.question.QuestionTaskNotClaimed;
import org.censusflow.registration.question.QuestionTasks;
import org.springframework.stereotype.Component;

/**
 * Finds out which questions a task is about, and lets it be completed only when none of them waits.
 */
@Component
class EngineQuestionTasks implements QuestionTasks, TaskRule {

  /** A step, and whose it is. */
  private record Part(Stage stage, Set<GroupKind> kinds) {}

  private static final Map<String, Part> PARTS =
      Map.of(
          HouseholdQuestionProcess.ASK_HOUSEHOLDS,
              new Part(Stage.ASK, EnumSet.of(GroupKind.ENUMERATORS)),
          HouseholdQuestionProcess.REACH_HOUSEHOLDS,
              new Part(Stage.REACH, EnumSet.of(GroupKind.SUPERVISORS)),
          HouseholdQuestionProcess.CHECK_REPLIES,
              new Part(
                  Stage.CHECK, EnumSet.of(GroupKind.SUPERVISORS, GroupKind.SUBDISTRICT_OFFICE)));

  private final ClaimedTasks tasks;
  private final BlockQuestions blocks;
  private final OwnBlocks own;
  private final HouseholdQuestions questions;

  EngineQuestionTasks(
      ClaimedTasks tasks, BlockQuestions blocks, OwnBlocks own, HouseholdQuestions questions) {
    this.tasks = tasks;
    this.blocks = blocks;
    this.own = own;
    this.questions = questions;
  }

  @Override
  public QuestionTask claimedBy(Caller caller, String taskId) {
    TaskOrigin origin =
        tasks.of(
            caller,
            taskId,
            this::appliesTo,
            () -> new QuestionRefused("没有这项核实任务，或者任务已经完成。请刷新任务列表。"),
            QuestionTaskNotClaimed::new);
    Part part = PARTS.get(origin.task());
    Place place = blocks.place(origin.district(), origin.key());
    own.require(place, part.kinds(), caller);
    return BlockQuestions.task(place, origin, part.stage());
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return PARTS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    TaskOrigin origin = TaskOrigin.of(task);
    Stage stage = PARTS.get(origin.task()).stage();
    Place place = blocks.place(origin.district(), origin.key());
    int waiting = questions.waiting(BlockQuestions.task(place, origin, stage));
    if (waiting > 0) {
      String step = stage == Stage.CHECK ? "审核" : "登记住户的答复";
      throw new TaskRefused("CF-E845 还有 " + waiting + " 条疑问没有" + step + "，全部完成后才能完成任务。");
    }
  }
}
