package org.censusflow.mapping.assignment;

import java.time.LocalDate;
import java.util.List;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Written;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaRights;
import org.censusflow.mapping.area.AreaStore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works in which block, over REST; dates are days of the district, {@code 2020-11-01}. */
@RestController
@RequestMapping("/api/areas/{censusId}")
class AssignmentController {

  private final AreaRights rights;
  private final Assignments assignments;
  private final AssignmentStore store;
  private final StaffBalance balance;
  private final AreaStore blocks;

  AssignmentController(
      AreaRights rights,
      Assignments assignments,
      AssignmentStore store,
      StaffBalance balance,
      AreaStore blocks) {
    this.rights = rights;
    this.assignments = assignments;
    this.store = store;
    this.balance = balance;
    this.blocks = blocks;
  }

  /**
   * @param role {@code enumerator} or {@code supervisor}
   * @param from first day; today when left out
   */
  record NewAssignment(
      @Coded String block, @Coded String role, @Coded String account, LocalDate from) {}

  /**
   * @param kind {@code replace}, {@code cover} or {@code end}
   * @param account who takes over; none for an end
   * @param from first day of the other one; for an end the day after the last
   * @param to last day of a cover
   */
  record Handover(
      @Coded String kind,
      @Coded String account,
      LocalDate from,
      LocalDate to,
      @Written("改派的理由") String reason) {}

  record Dealt(int blocks) {}

  /**
   * Lists who works in which block. For the census office, its leads and natural resources; a
   * subdistrict's office and supervisors see their own.
   */
  @GetMapping("/assignments")
  List<BlockAssignment> inForce(
      @PathVariable String censusId, @RequestParam(required = false) String subdistrict) {
    rights.mayRead(censusId, subdistrict);
    return assignments.inForce(censusId, subdistrict);
  }

  /**
   * Shows how much work each of the staff has. For the census office, its leads and natural
   * resources; a subdistrict's office and supervisors see their own.
   */
  @GetMapping("/balance")
  StaffBalance.Balance balance(
      @PathVariable String censusId, @RequestParam(required = false) String subdistrict) {
    rights.mayRead(censusId, subdistrict);
    return balance.balance(censusId, subdistrict);
  }

  /**
   * Assigns a block to somebody with a valid certificate. For the census office and its leads, a
   * subdistrict's office for its own blocks.
   *
   * @throws AreaRefused without a certificate, or for another reason that the message gives
   */
  @PostMapping("/assignments")
  @ResponseStatus(HttpStatus.CREATED)
  void assign(@PathVariable String censusId, @RequestBody NewAssignment wanted) {
    String code = String.valueOf(wanted.block());
    AreaBlock block = blocks.named(censusId, List.of(code)).get(code);
    Caller caller = rights.mayAssign(censusId, block == null ? null : block.subdistrict());
    assignments.assign(
        censusId,
        code,
        role(wanted.role()),
        wanted.account(),
        wanted.from() == null ? store.today() : wanted.from(),
        caller.user());
    rights.record(caller, censusId, "area.assign", "block", code);
  }

  /**
   * Deals out to the certified team every block that nobody has. For the census office and its
   * leads, a subdistrict's office for its own blocks.
   *
   * @param role {@code enumerator} or {@code supervisor}
   * @throws AreaRefused nobody can take the blocks
   */
  @PostMapping("/assignments/deal")
  Dealt deal(
      @PathVariable String censusId, @RequestParam String subdistrict, @RequestParam String role) {
    Caller caller = rights.mayAssign(censusId, subdistrict);
    int dealt = balance.deal(censusId, subdistrict, role(role), caller.user());
    rights.record(caller, censusId, "area.deal", "subdistrict", subdistrict);
    return new Dealt(dealt);
  }

  /**
   * Replaces somebody, lets somebody stand in, or ends an assignment. For the census office and its
   * leads, a subdistrict's office for its own blocks.
   *
   * @throws AreaRefused the assignment cannot be handed over in this way
   */
  @PostMapping("/assignments/{id}/handover")
  void handOver(
      @PathVariable String censusId, @PathVariable long id, @RequestBody Handover wanted) {
    Caller caller =
        rights.mayAssign(
            censusId, store.find(censusId, id).map(BlockAssignment::subdistrict).orElse(null));
    LocalDate from = wanted.from() == null ? store.today() : wanted.from();
    String by = caller.user();
    switch (String.valueOf(wanted.kind())) {
      case "replace" ->
          assignments.replace(censusId, id, wanted.account(), from, wanted.reason(), by);
      case "cover" ->
          assignments.cover(censusId, id, wanted.account(), from, wanted.to(), wanted.reason(), by);
      case "end" -> assignments.end(censusId, id, from.minusDays(1), wanted.reason(), by);
      default -> throw new AreaRefused("CF-E801 交接的种类应为 replace、cover 或 end。");
    }
    rights.record(caller, censusId, "area.handover", "assignment", String.valueOf(id));
  }

  private static StaffRole role(String key) {
    return switch (String.valueOf(key)) {
      case "enumerator" -> StaffRole.ENUMERATOR;
      case "supervisor" -> StaffRole.SUPERVISOR;
      default -> throw new AreaRefused("CF-E801 职责应为 enumerator（普查员）或 supervisor（普查指导员）。");
    };
  }
}
