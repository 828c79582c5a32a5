package org.censusflow.registration.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.censusflow.registration.HouseholdQuestions;
import org.censusflow.registration.QuestionTask;
import org.censusflow.registration.QuestionTask.Stage;
import org.springframework.stereotype.Component;

/** The steps of {@code HouseholdQuestion}: the questions to the households of one block. */
@Component("questionSteps")
public class QuestionSteps {

  private final HouseholdQuestions questions;

  QuestionSteps(HouseholdQuestions questions) {
    this.questions = questions;
  }

  /** Counts whom the enumerator did not meet, for the supervisor. */
  public void sortReplies(DelegateExecution execution) {
    QuestionTask reaching = BlockQuestions.task(execution.getVariables(), Stage.REACH);
    execution.setVariable("unreachedCount", questions.waiting(reaching));
  }

  /** Supervisors and the subdistrict's office: whoever recorded a reply leaves it to the other. */
  public List<String> checkers(DelegateExecution execution) {
    String place = execution.getTenantId() + "-" + execution.getVariable("subdistrict");
    return List.of(place + "-supervisors", place + "-office");
  }

  /** Counts what went back and what was asked meanwhile. */
  public void concludeCheck(DelegateExecution execution) {
    execution.setVariable(
        "openCount",
        questions.waitingAtTheEnd(
            (String) execution.getVariable("censusId"), (String) execution.getVariable("block")));
  }
}
