package org.censusflow.registration.question.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.mapping.assignment.OwnBlocks.Place;
import org.censusflow.registration.question.HouseholdQuestions;
import org.censusflow.registration.question.QuestionTask;
import org.censusflow.registration.question.QuestionTask.Stage;
import org.springframework.stereotype.Component;

/** The steps of {@code HouseholdQuestion}: the questions to the households of one block. */
@Component("questionSteps")
public class QuestionSteps {

  private final BlockQuestions blocks;
  private final HouseholdQuestions questions;

  QuestionSteps(BlockQuestions blocks, HouseholdQuestions questions) {
    this.blocks = blocks;
    this.questions = questions;
  }

  /** Counts whom the enumerator did not meet, for the supervisor. */
  public void sortReplies(DelegateExecution execution) {
    Place at = place(execution);
    QuestionTask reaching =
        new QuestionTask(at.district(), at.censusId(), at.block(), null, Stage.REACH);
    execution.setVariable("unreachedCount", questions.waiting(reaching));
  }

  /** Supervisors and the subdistrict's office: whoever recorded a reply leaves it to the other. */
  public List<String> checkers(DelegateExecution execution) {
    Place at = place(execution);
    String place = at.district() + "-" + at.subdistrict();
    return List.of(place + "-supervisors", place + "-office");
  }

  /** Counts what went back and what was asked meanwhile. */
  public void concludeCheck(DelegateExecution execution) {
    Place at = place(execution);
    execution.setVariable("openCount", questions.waitingAtTheEnd(at.censusId(), at.block()));
  }

  private Place place(DelegateExecution execution) {
    return blocks.place(execution.getTenantId(), execution.getProcessBusinessKey());
  }
}
