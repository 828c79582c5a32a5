package org.censusflow.mapping.area;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.censusflow.base.access.Caller;
import org.censusflow.base.access.Coded;
import org.censusflow.base.access.Written;
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
 * Areas over REST. {@code subdistrict} is a key of the district's file; the census office may leave
 * it out and means the whole district.
 */
@RestController
@RequestMapping("/api/areas/{censusId}")
class AreaController {

  private final AreaRights rights;
  private final AreaStore store;
  private final OutlineStore outlines;
  private final AreaFiles files;
  private final AreaChecks checks;
  private final AreaProposals proposals;
  private final BoundaryChanges changes;
  private final BoundaryStore kept;

  AreaController(
      AreaRights rights,
      AreaStore store,
      OutlineStore outlines,
      AreaFiles files,
      AreaChecks checks,
      AreaProposals proposals,
      BoundaryChanges changes,
      BoundaryStore kept) {
    this.rights = rights;
    this.store = store;
    this.outlines = outlines;
    this.files = files;
    this.checks = checks;
    this.proposals = proposals;
    this.changes = changes;
    this.kept = kept;
  }

  /** Readiness with what it means, the most serious first. */
  record Report(boolean ready, Readiness.Figures figures, List<Shown> findings) {}

  record Shown(String severity, String kind, String code, String text) {

    static Shown of(AreaFinding finding) {
      return new Shown(
          finding.kind().severity().name().toLowerCase(Locale.ROOT),
          finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          finding.code(),
          finding.text());
    }
  }

  /**
   * A change that somebody asks for.
   *
   * @param kind {@code split}, {@code merge} or {@code move}
   * @param block the block that is cut, stays, or receives
   * @param blocks for a merge: those that go
   * @param buildings for a split: those that get a block of their own, none to cut by the norm; for
   *     a move: those that come
   */
  record ChangeRequest(
      @Coded String kind,
      @Coded String block,
      @Coded List<String> blocks,
      @Coded List<String> buildings,
      @Written("变更理由") String reason) {}

  /**
   * Lists the census areas. For the census office, its leads and natural resources; a subdistrict's
   * office and supervisors see their own.
   */
  @GetMapping("/areas")
  List<CensusArea> areas(
      @PathVariable String censusId, @RequestParam(required = false) String subdistrict) {
    rights.mayRead(censusId, subdistrict);
    return store.areas(censusId, subdistrict);
  }

  /**
   * Lists the census blocks. For the census office, its leads and natural resources; a
   * subdistrict's office and supervisors see their own.
   */
  @GetMapping("/blocks")
  List<AreaBlock> blocks(
      @PathVariable String censusId, @RequestParam(required = false) String subdistrict) {
    rights.mayRead(censusId, subdistrict);
    return store.blocks(censusId, subdistrict);
  }

  /**
   * Hands out the outlines of areas and blocks as GeoJSON; audited. For the census office, its
   * leads and natural resources; a subdistrict's office and supervisors get their own.
   */
  @GetMapping(path = "/outlines", produces = "application/geo+json;charset=UTF-8")
  String outlines(
      @PathVariable String censusId, @RequestParam(required = false) String subdistrict) {
    Caller caller = rights.mayRead(censusId, subdistrict);
    rights.record(caller, censusId, "area.outlines", "subdistrict", String.valueOf(subdistrict));
    return GeoJson.of(outlines.all(censusId, subdistrict));
  }

  /**
   * Takes a file in whole or not at all; the body is the file itself. For the census office and its
   * leads, a subdistrict's office for its own part, natural resources for outlines.
   *
   * @param kind of file, such as {@code areas} or {@code outlines}
   * @throws AreaRefused an unknown kind of file
   * @throws AreaFileRefused the file has faults, all of which are listed
   */
  @PostMapping("/files/{kind}")
  @ResponseStatus(HttpStatus.CREATED)
  AreaFiles.Taken deliver(
      @PathVariable String censusId,
      @PathVariable String kind,
      @RequestParam(required = false) String subdistrict,
      InputStream content)
      throws IOException {
    AreaFileKind file =
        Stream.of(AreaFileKind.values())
            .filter(one -> one.key().equals(kind))
            .findFirst()
            .orElseThrow(() -> new AreaRefused("CF-E801 没有这种文件：" + AreaTable.shown(kind)));
    Caller caller = rights.mayDeliver(censusId, file, subdistrict);
    AreaFiles.Taken taken = files.take(censusId, file, subdistrict, content, caller.user());
    rights.record(
        caller,
        censusId,
        "area.deliver-" + kind,
        "subdistrict",
        String.join(",", taken.subdistricts()));
    return taken;
  }

  /**
   * Says whether areas and blocks are ready for the count, and what is missing. For the census
   * office, its leads and natural resources; a subdistrict's office and supervisors see their own.
   */
  @GetMapping("/readiness")
  Report readiness(
      @PathVariable String censusId, @RequestParam(required = false) String subdistrict) {
    rights.mayRead(censusId, subdistrict);
    Readiness readiness = checks.check(censusId, subdistrict);
    return new Report(
        readiness.ready(),
        readiness.figures(),
        readiness.findings().stream()
            .sorted(Comparator.comparing(finding -> finding.kind().severity()))
            .map(Shown::of)
            .toList());
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
  BlocksChanged change(@PathVariable String censusId, @RequestBody ChangeRequest wanted) {
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

  private BlocksChanged carryOut(String censusId, ChangeRequest wanted, String by) {
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
