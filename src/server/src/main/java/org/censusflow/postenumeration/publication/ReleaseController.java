package org.censusflow.postenumeration.publication;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Released figures, corrections with them, for everyone who works in the district. */
@RestController
class ReleaseController {

  private final Releases releases;

  ReleaseController(Releases releases) {
    this.releases = releases;
  }

  /** Lists the released figures and their corrections. For everyone who works in the district. */
  @GetMapping("/api/releases")
  List<Release> released(@RequestParam String district) {
    Caller.current().mustBelongTo(district);
    return releases.released(district);
  }
}
