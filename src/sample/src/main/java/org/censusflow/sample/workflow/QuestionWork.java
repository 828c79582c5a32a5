package org.censusflow.sample.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.process.registration.HouseholdQuestionProcess;
import org.censusflow.registration.question.HouseholdQuestion;
import org.censusflow.registration.question.HouseholdQuestions;
import org.censusflow.registration.question.QuestionReply;
import org.censusflow.registration.question.QuestionTask;
import org.censusflow.registration.question.QuestionTask.Stage;
import org.censusflow.registration.question.QuestionTasks;
import org.springframework.stereotype.Component;

/**
 * How sample staff ask households: the enumerator does not meet the first one of a block, every
 * household stands by its answer, and somebody else agrees.
 */
@Component
class QuestionWork implements TaskPlay {

  private static final Set<String> TASKS =
      Set.of(
          HouseholdQuestionProcess.ASK_HOUSEHOLDS,
          HouseholdQuestionProcess.REACH_HOUSEHOLDS,
          HouseholdQuestionProcess.CHECK_REPLIES);

  private final QuestionTasks tasks;
  private final HouseholdQuestions questions;

  QuestionWork(QuestionTasks tasks, HouseholdQuestions questions) {
    this.tasks = tasks;
    this.questions = questions;
  }

  @Override
  public boolean plays(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public Optional<Map<String, Object>> play(Task task, StaffMember person) {
    QuestionTask work = tasks.claimedBy(person.caller(), task.getId());
    List<HouseholdQuestion> asked = questions.of(work);
    if (work.stage() == Stage.CHECK) {
      return checked(work, asked, person);
    }
    for (HouseholdQuestion question : asked) {
      if (work.stage() == Stage.ASK && question == asked.get(0)) {
        questions.notReached(work, question.id(), "样例：三次入户无人应答", person.user());
      } else {
        questions.answer(work, question.id(), QuestionReply.kept("phone"), person.user());
      }
    }
    return Optional.of(Map.of());
  }

  private Optional<Map<String, Object>> checked(
      QuestionTask work, List<HouseholdQuestion> asked, StaffMember person) {
    if (asked.stream().anyMatch(question -> person.user().equals(question.answeredBy()))) {
      return Optional.empty();
    }
    asked.forEach(question -> questions.decide(work, question.id(), true, null, person.user()));
    return Optional.of(Map.of());
  }
}
