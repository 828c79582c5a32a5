package org.censusflow.crosscheck.board;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.censusflow.crosscheck.delivery.DeliveryGate;
import org.censusflow.crosscheck.request.RequestLedger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The requests for records: a department reads its own, the census office the whole board. */
@RestController
@RequestMapping("/api/record-requests")
class RequestController {

  private final RequestBoard board;
  private final RequestLedger requests;
  private final DeliveryGate gate;
  private final BoardPage page;

  RequestController(RequestBoard board, RequestLedger requests, DeliveryGate gate, BoardPage page) {
    this.board = board;
    this.requests = requests;
    this.gate = gate;
    this.page = page;
  }

  /**
   * Lists the requests for records: a department's own, or the whole district's for its office. For
   * every account; empty for who neither supplies records nor belongs to the office.
   */
  @GetMapping
  List<RequestView> list() {
    return board.of(Caller.current());
  }

  /** Shows one request. For the department that was asked, the census office and its leads. */
  @GetMapping("/{requestId}")
  RequestView one(@PathVariable String requestId) {
    gate.reader(requestId);
    return board.view(requests.require(requestId));
  }

  /**
   * Shows the requests as a page, which Tasklist links to. For every account; empty for who neither
   * supplies records nor belongs to the office.
   */
  @GetMapping(path = "/board", produces = "text/html;charset=UTF-8")
  String page() {
    Caller caller = Caller.current();
    return page.html(
        board.of(caller), request -> !DeliveryGate.ofOffice(caller, request.district()));
  }
}
