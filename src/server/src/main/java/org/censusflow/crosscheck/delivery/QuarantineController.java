package org.censusflow.crosscheck.delivery;

import java.util.List;
import java.util.Optional;
import org.censusflow.base.access.Caller;
import org.censusflow.crosscheck.request.RecordRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the census office sees of the quarantine. What becomes of a delivery is decided in the tasks
 * of the process {@code QuarantinedDelivery}, by people of whom one is not the other.
 */
@RestController
@RequestMapping("/api/quarantine")
class QuarantineController {

  private final Quarantine quarantine;
  private final DeliveryGate gate;

  QuarantineController(Quarantine quarantine, DeliveryGate gate) {
    this.quarantine = quarantine;
    this.gate = gate;
  }

  /** Lists the deliveries that could not be read. For the census office and its leads. */
  @GetMapping
  List<Quarantine.Entry> list(@RequestParam String district) {
    gate.office(district);
    return quarantine.of(district);
  }

  /**
   * Shows the shape of a delivery's first lines, masked, or the first bytes of what is no text;
   * audited. For the census office and its leads.
   */
  @GetMapping("/{id}/peek")
  Quarantine.Peek peek(@PathVariable long id) {
    Optional<RecordRequest> request = quarantine.requestOf(id);
    Caller caller = Caller.current();
    if (request.filter(it -> DeliveryGate.ofOffice(caller, it.district())).isEmpty()) {
      gate.refused(caller, request, "quarantine.denied");
      throw new AccessDeniedException("Nothing of the caller's in quarantine");
    }
    return quarantine.peek(id, caller.user());
  }
}
