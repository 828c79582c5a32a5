package org.censusflow.mapping.listing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.censusflow.mapping.area.AreaChecks;
import org.censusflow.mapping.area.AreaFileKind;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.CensusPlace;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the mapping of the subdistricts stands: what has come in, what the office has accepted. */
@Component
public class AreaAcceptance {

  private final CensusPlace place;
  private final AreaLedger ledger;
  private final AreaChecks checks;

  public AreaAcceptance(CensusPlace place, AreaLedger ledger, AreaChecks checks) {
    this.place = place;
    this.ledger = ledger;
    this.checks = checks;
  }

  /** When a file of the kind last came in for a subdistrict. */
  public Optional<Instant> lastTaken(String censusId, String subdistrict, AreaFileKind kind) {
    return ledger.lastTaken(censusId, subdistrict, kind);
  }

  /** Keys of the subdistricts whose areas stand. */
  public List<String> accepted(String censusId) {
    return ledger.accepted(censusId);
  }

  /**
   * Accepts the areas of the whole district: its blocks are known to everyone from now on, files
   * are no longer taken, and boundaries change only as versions. Again changes nothing.
   *
   * @throws AreaRefused when the checks find something that stands against it
   */
  @Transactional
  public void accept(String censusId, String by) {
    ledger.lock(censusId);
    if (!checks.check(censusId, null).ready()) {
      throw new AreaRefused("CF-E809 还有须改正的检查结果，不能验收。");
    }
    place
        .district(censusId)
        .subdistricts()
        .forEach(part -> ledger.accept(censusId, part.key(), by));
  }
}
