package org.censusflow.governance.phase;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the phases stand, for those who have to act on a late one. */
@RestController
class PhaseController {

  private static final List<String> ENTITLED =
      List.of("census-office", "census-leads", "leading-group");

  private final Phases phases;

  PhaseController(Phases phases) {
    this.phases = phases;
  }

  /**
   * Says where the phases stand against their windows. For the census office, its leads and the
   * leading group.
   */
  @GetMapping("/api/phases")
  List<Phases.State> phases(@RequestParam String district) {
    Caller caller = Caller.current();
    caller.mustBelongTo(district);
    if (ENTITLED.stream().noneMatch(group -> caller.inGroup(district + "-" + group))) {
      throw new NotEntitled("区普查办和普查领导小组");
    }
    return phases.of(district);
  }
}
