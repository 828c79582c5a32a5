package org.censusflow.registration.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.registration.answers.HouseholdsMoved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the field work follow a boundary change, after the registrations have followed. */
@Component
class BoundaryFollower {

  private final FieldPhase phase;
  private final BlockWork work;
  private final CaseMoves cases;
  private final Reopenings reopenings;
  private final FieldCounts counts;
  private final ApplicationEventPublisher events;

  BoundaryFollower(
      FieldPhase phase,
      BlockWork work,
      CaseMoves cases,
      Reopenings reopenings,
      FieldCounts counts,
      ApplicationEventPublisher events) {
    this.phase = phase;
    this.work = work;
    this.cases = cases;
    this.reopenings = reopenings;
    this.counts = counts;
    this.events = events;
  }

  /**
   * @throws AreaRefused when the district's short forms are accepted: then the cross-check moves
   *     whoever is registered in the wrong block
   */
  @EventListener
  @Transactional
  void follow(HouseholdsMoved moved) {
    BlocksChanged change = moved.change();
    if (phase.opened(change.censusId())) {
      if (phase.shortFormsClosed(change.censusId())) {
        throw new AreaRefused("CF-E870 全区短表登记已经验收，小区边界不再变更：登错小区的，在比对复查中划转。");
      }
      redirect(moved);
    }
    counts.changed(change.censusId(), touched(change));
  }

  private void redirect(HouseholdsMoved moved) {
    BlocksChanged change = moved.change();
    String censusId = change.censusId();
    phase.addBlocks(censusId);
    change.created().forEach(block -> work.begun(censusId, block, cutFrom(change, block)));
    cases.follow(moved);
    change.retired().forEach((from, to) -> work.merged(censusId, from, to));
    List<Acceptances.Unit> withdrawn = new ArrayList<>();
    if (!change.created().isEmpty()) {
      withdrawn.addAll(reopenings.openWholes(censusId, change.created()));
    }
    Reopenings.Reopened reopened = reopenings.extend(censusId, change.gaining(), change.note());
    withdrawn.addAll(reopened.wholes());
    events.publishEvent(
        new FieldRedirected(
            censusId,
            change.district(),
            change.created(),
            change.retired(),
            reopened.blocks(),
            withdrawn,
            change.note()));
  }

  private static Set<String> cutFrom(BlocksChanged change, String block) {
    return change.moved().stream()
        .filter(one -> one.to().equals(block))
        .map(BlocksChanged.Moved::from)
        .collect(Collectors.toSet());
  }

  private static Set<String> touched(BlocksChanged change) {
    Set<String> touched = new TreeSet<>(change.gaining());
    touched.addAll(change.retired().keySet());
    change.moved().forEach(one -> touched.add(one.from()));
    return touched;
  }
}
