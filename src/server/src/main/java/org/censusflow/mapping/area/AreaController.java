package org.censusflow.mapping.area;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.censusflow.base.access.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  private final AreaChecks checks;

  AreaController(AreaRights rights, AreaStore store, OutlineStore outlines, AreaChecks checks) {
    this.rights = rights;
    this.store = store;
    this.outlines = outlines;
    this.checks = checks;
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
}
