package org.censusflow.mapping.boundary;

import java.util.List;
import org.censusflow.base.access.Caller;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.AreaRights;
import org.censusflow.mapping.area.BlocksChanged;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes of blocks' boundaries over REST. {@code subdistrict} is a key of the district's file; the
 * census office may leave it out and means the whole district.
 */
@RestController
@RequestMapping("/api/areas/{censusId}")
class BoundaryController {

  private final AreaRights rights;
  private final AreaProposals proposals;
  private final BoundaryChanges changes;
  private final BoundaryStore kept;

  BoundaryController(
      AreaRights rights, AreaProposals proposals, BoundaryChanges changes, BoundaryStore kept) {
    this.rights = rights;
    this.proposals = proposals;
    this.changes = changes;
    this.kept = kept;
  }

  /**
   * Proposes how to split and merge blocks to the norm. For the census office, its leads and
   * natural resources; a subdistrict's office and supervisors see their own.
   */
  @GetMapping("/proposals")
  List<BlockProposal> proposals(
      @PathVariable String censusId, @RequestParam(required = false) String subdistrict) {
    rights.mayRead(censusId, subdistrict);
    return proposals.propose(censusId, subdistrict);
  }

  /**
   * Lists the changes of boundaries, with what each replaced. For the census office and its leads.
   */
  @GetMapping("/boundary-changes")
  List<BoundaryStore.Kept> changes(@PathVariable String censusId) {
    rights.mayChange(censusId);
    return kept.kept(censusId);
  }

  /**
   * Splits or merges blocks, or moves buildings, as a new version. For the census office and its
   * leads.
   *
   * @throws AreaRefused the change cannot be made as it is asked for
   */
  @PostMapping("/boundary-changes")
  @ResponseStatus(HttpStatus.CREATED)
  BlocksChanged change(@PathVariable String censusId, @RequestBody AreaChangeRequest wanted) {
    Caller caller = rights.mayChange(censusId);
    BlocksChanged changed = carryOut(censusId, wanted, caller.user());
    rights.record(
        caller,
        censusId,
        "area.boundary-change",
        "boundary-change",
        String.valueOf(changed.version()));
    return changed;
  }

  private BlocksChanged carryOut(String censusId, AreaChangeRequest wanted, String by) {
    String block = wanted.block() == null ? "" : wanted.block();
    List<String> blocks = wanted.blocks() == null ? List.of() : wanted.blocks();
    List<String> buildings = wanted.buildings() == null ? List.of() : wanted.buildings();
    return switch (String.valueOf(wanted.kind())) {
      case "split" ->
          buildings.isEmpty()
              ? changes.split(censusId, block, wanted.reason(), by)
              : changes.split(censusId, block, buildings, wanted.reason(), by);
      case "merge" -> changes.merge(censusId, block, blocks, wanted.reason(), by);
      case "move" -> changes.move(censusId, buildings, block, wanted.reason(), by);
      default -> throw new AreaRefused("CF-E801 边界变更的种类应为 split、merge 或 move。");
    };
  }
}
