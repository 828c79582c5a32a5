package org.censusflow.crosscheck.delivery;

import java.util.Optional;
import org.censusflow.base.access.AuditTrail;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.NotEntitled;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may hand over for a request: the department that was asked. Whoever else asks is told the
 * same as for a request that does not exist; the attempt is logged and stays in the audit trail.
 */
@Component
public class DeliveryGate {

  private static final Logger log = LoggerFactory.getLogger(DeliveryGate.class);

  private final RequestLedger requests;
  private final DeliveryLedger deliveries;
  private final AuditTrail audit;

  DeliveryGate(RequestLedger requests, DeliveryLedger deliveries, AuditTrail audit) {
    this.requests = requests;
    this.deliveries = deliveries;
    this.audit = audit;
  }

  /**
   * @throws AccessDeniedException when the request is not one to the caller's unit
   */
  Caller supplier(String requestId) {
    Caller caller = Caller.current();
    Optional<RecordRequest> request = requests.find(requestId);
    if (request.filter(it -> suppliedBy(it, caller)).isEmpty()) {
      refused(caller, request, "delivery.denied");
      throw new AccessDeniedException("Not a request to the caller's unit");
    }
    return caller;
  }

  /**
   * A delivery that the caller's unit makes.
   *
   * @throws AccessDeniedException when it is not
   */
  Delivery own(long id) {
    Optional<Delivery> delivery = deliveries.find(id);
    supplier(delivery.map(Delivery::requestId).orElse(""));
    return delivery.orElseThrow();
  }

  /**
   * Whoever may read how a request stands: its department and the district's census office.
   *
   * @throws AccessDeniedException when the caller is neither
   */
  public Caller reader(String requestId) {
    Caller caller = Caller.current();
    boolean office =
        requests
            .find(requestId)
            .filter(request -> ofOffice(caller, request.district()))
            .isPresent();
    return office ? caller : supplier(requestId);
  }

  /** A delivery whose state and receipt the caller may read. */
  Delivery readable(long id) {
    Optional<Delivery> delivery = deliveries.find(id);
    reader(delivery.map(Delivery::requestId).orElse(""));
    return delivery.orElseThrow();
  }

  /**
   * The census office of a district, or its leads.
   *
   * @throws AccessDeniedException when the caller is neither
   */
  Caller office(String district) {
    Caller caller = Caller.current();
    if (!ofOffice(caller, district)) {
      refused(caller, Optional.empty(), "office.denied");
      throw new NotEntitled("区普查办");
    }
    return caller;
  }

  public static boolean ofOffice(Caller caller, String district) {
    return caller.districts().contains(district)
        && (caller.inGroup(district + "-census-office")
            || caller.inGroup(district + "-census-leads"));
  }

  public static boolean suppliedBy(RecordRequest request, Caller caller) {
    return caller.districts().contains(request.district())
        && caller.inGroup(request.district() + "-" + request.unit());
  }

  void done(Caller caller, String requestId, String action, String type, String key) {
    audit.record(caller.user(), requests.require(requestId).district(), action, type, key);
  }

  /** Keeps what was refused; the key is the program's own, never what the caller made up. */
  void refused(Caller caller, Optional<RecordRequest> request, String action) {
    String key = request.map(RecordRequest::id).orElse("unknown");
    log.warn("CF-W604 Refused: {} on request {} by {}", action, key, caller.user());
    request.ifPresent(
        known -> audit.record(caller.user(), known.district(), action, "request", key));
  }
}
