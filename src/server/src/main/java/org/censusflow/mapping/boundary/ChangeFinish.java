package org.censusflow.mapping.boundary;

import java.util.Map;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaStore;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.area.CensusPlace;
import org.censusflow.mapping.area.ChangeKind;
import org.censusflow.mapping.assignment.AssignmentMoves;
import org.censusflow.mapping.boundary.ChangeRecord.Effect;
import org.censusflow.mapping.boundary.ChangeRecord.State;
import org.censusflow.mapping.listing.AreaLedger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a boundary change as a version, and lets everyone follow who keeps something by block. */
@Component
public class ChangeFinish {

  private final CensusPlace place;
  private final AreaStore store;
  private final AreaLedger ledger;
  private final BoundaryStore kept;
  private final BoundaryOutlines outlines;
  private final AssignmentMoves assignments;
  private final ApplicationEventPublisher events;

  public ChangeFinish(
      CensusPlace place,
      AreaStore store,
      AreaLedger ledger,
      BoundaryStore kept,
      BoundaryOutlines outlines,
      AssignmentMoves assignments,
      ApplicationEventPublisher events) {
    this.place = place;
    this.store = store;
    this.ledger = ledger;
    this.kept = kept;
    this.outlines = outlines;
    this.assignments = assignments;
    this.events = events;
  }

  @Transactional
  BlocksChanged of(
      String censusId,
      String subdistrict,
      ChangeKind kind,
      ChangeRecord record,
      String reason,
      String by) {
    int version = kept.nextVersion(censusId);
    long change = kept.keep(censusId, version, kind, reason, by);
    Map<String, AreaBlock> now = store.named(censusId, record.effects().keySet());
    record
        .effects()
        .forEach(
            (code, effect) -> {
              AreaBlock block = now.get(code);
              State after = block == null ? State.NONE : outlines.state(censusId, block);
              kept.keepBlock(
                  change, code, effect, record.successors().get(code), record.before(code), after);
            });
    kept.keepMoves(change, record.moved());
    boolean accepted = ledger.accepted(censusId).contains(subdistrict);
    if (accepted) {
      ledger.publish(censusId, subdistrict);
    }
    BlocksChanged changed =
        new BlocksChanged(
            censusId,
            place.district(censusId).id(),
            change,
            version,
            kind,
            accepted,
            record.with(Effect.CREATED),
            Map.copyOf(record.successors()),
            record.moved(),
            reason,
            by,
            0);
    assignments.follow(changed);
    events.publishEvent(changed);
    return changed.followed(kept.unplaced(change));
  }
}
