package org.censusflow.registration.workflow;

import java.util.Map;
import org.censusflow.registration.QuestionTask;
import org.censusflow.registration.QuestionTask.Stage;

/** Reads from an instance of {@code HouseholdQuestion} which block it is about. */
final class BlockQuestions {

  static final String PROCESS = "HouseholdQuestion";

  private BlockQuestions() {}

  static String businessKey(String censusId, String block) {
    return censusId + "/questions/" + block;
  }

  static QuestionTask task(Map<String, Object> variables, Stage stage) {
    return new QuestionTask(
        (String) variables.get("district"),
        (String) variables.get("censusId"),
        (String) variables.get("block"),
        (String) variables.get("taskSubject"),
        stage);
  }
}
