package org.censusflow.mapping.dispute;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published decisions on boundaries, for everyone who works in the district. */
@RestController
class BoundaryDecisionController {

  private final BoundaryDisputes disputes;

  BoundaryDecisionController(BoundaryDisputes disputes) {
    this.disputes = disputes;
  }

  /** Lists the published decisions on boundaries. For everyone who works in the district. */
  @GetMapping("/api/boundary-decisions")
  List<BoundaryDisputes.Published> published(@RequestParam String district) {
    Caller.current().mustBelongTo(district);
    return disputes.published(district);
  }
}
