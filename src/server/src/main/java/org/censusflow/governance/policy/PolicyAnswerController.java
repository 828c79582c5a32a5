package org.censusflow.governance.policy;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published answers, for everyone who works in the district. */
@RestController
class PolicyAnswerController {

  private final PolicyQuestions questions;

  PolicyAnswerController(PolicyQuestions questions) {
    this.questions = questions;
  }

  /** Lists the answers to policy questions. For everyone who works in the district. */
  @GetMapping("/api/policy-answers")
  List<PolicyQuestions.Answer> published(@RequestParam String district) {
    Caller.current().mustBelongTo(district);
    return questions.published(district);
  }
}
