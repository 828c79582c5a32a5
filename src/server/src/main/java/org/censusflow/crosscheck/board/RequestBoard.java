package org.censusflow.crosscheck.board;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.censusflow.base.access.Caller;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Post;
import org.censusflow.crosscheck.delivery.Delivery;
import org.censusflow.crosscheck.delivery.DeliveryGate;
import org.censusflow.crosscheck.delivery.DeliveryLedger;
import org.censusflow.crosscheck.delivery.DeliveryState;
import org.censusflow.crosscheck.request.RecordRequest;
import org.censusflow.crosscheck.request.RequestLedger;
import org.springframework.stereotype.Component;

/** The requests that somebody may see, and how each stands. */
@Component
class RequestBoard {

  private final RequestLedger requests;
  private final DeliveryLedger deliveries;
  private final Districts districts;
  private final Clock clock;

  RequestBoard(
      RequestLedger requests, DeliveryLedger deliveries, Districts districts, Clock clock) {
    this.requests = requests;
    this.deliveries = deliveries;
    this.districts = districts;
    this.clock = clock;
  }

  /** All of the district for its census office, the own ones for a department, none for others. */
  List<RequestView> of(Caller caller) {
    return caller.districts().stream()
        .sorted()
        .flatMap(district -> requests.ofDistrict(district).stream())
        .filter(request -> isFor(request, caller))
        .map(this::view)
        .sorted(
            Comparator.comparing(RequestView::censusId)
                .thenComparing(RequestView::unit)
                .thenComparing(RequestView::requestId))
        .toList();
  }

  static boolean isFor(RecordRequest request, Caller caller) {
    return DeliveryGate.suppliedBy(request, caller)
        || DeliveryGate.ofOffice(caller, request.district());
  }

  RequestView view(RecordRequest request) {
    District district = districts.require(request.district());
    List<Delivery> closed =
        deliveries.ofRequest(request.id()).stream()
            .filter(it -> it.state() != DeliveryState.OPEN && it.state() != DeliveryState.DUPLICATE)
            .toList();
    Optional<Delivery> read = deliveries.latestReadable(request.id());
    long quarantined =
        closed.stream().filter(it -> it.state() == DeliveryState.QUARANTINED).count();
    boolean waits =
        request.status() == RecordRequest.Status.SENT
            || request.status() == RecordRequest.Status.RETURNED;
    return new RequestView(
        request.id(),
        request.censusId(),
        request.district(),
        request.unit(),
        district.findUnit(request.unit()).map(unit -> unit.name()).orElse(request.unit()),
        contactPost(district, request.unit()),
        request.supply(),
        request.title(),
        request.fields(),
        request.legalBasis(),
        request.channel().code(),
        request.asOf(),
        request.status().name().toLowerCase(Locale.ROOT),
        waits && clock.instant().isAfter(request.dueAt()),
        request.sentAt(),
        request.dueAt(),
        request.reminders(),
        request.returns(),
        request.reason(),
        closed.size(),
        (int) quarantined,
        read.map(Delivery::rows).orElse(0),
        read.map(Delivery::accepted).orElse(0),
        read.map(Delivery::rejected).orElse(0),
        deliveries.latest(request.id()).map(Delivery::id).orElse(null));
  }

  private static String contactPost(District district, String unit) {
    return district.posts().stream()
        .filter(post -> unit.equals(post.unit()))
        .map(Post::title)
        .findFirst()
        .orElse("");
  }
}
