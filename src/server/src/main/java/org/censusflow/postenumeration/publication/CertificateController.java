package org.censusflow.postenumeration.publication;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Certificates of destruction, for everyone who works in the district. */
@RestController
class CertificateController {

  private final Destructions destructions;

  CertificateController(Destructions destructions) {
    this.destructions = destructions;
  }

  /** Lists the certificates of destruction. For everyone who works in the district. */
  @GetMapping("/api/destruction-certificates")
  List<Certificate> issued(@RequestParam String district) {
    Caller.current().mustBelongTo(district);
    return destructions.certificates(district);
  }
}
