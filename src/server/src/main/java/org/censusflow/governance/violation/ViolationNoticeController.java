package org.censusflow.governance.violation;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of violations, for everyone who works in the district. */
@RestController
class ViolationNoticeController {

  private final Violations violations;

  ViolationNoticeController(Violations violations) {
    this.violations = violations;
  }

  /** Lists the published notices of violations. For everyone who works in the district. */
  @GetMapping("/api/violation-notices")
  List<Violations.Notice> published(@RequestParam String district) {
    Caller.current().mustBelongTo(district);
    return violations.notices(district);
  }
}
