package org.censusflow.registration.answers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.censusflow.mapping.area.Areas;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.area.BlocksChanged.Moved;
import org.censusflow.mapping.boundary.BoundaryChanges;
import org.censusflow.registration.answers.HouseholdsMoved.Move;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets registered households follow their dwellings into another block. All households of a retired
 * block go to its successor; of the others those whose address lies in another block now. A
 * household whose address the listing does not know stays where it was registered, and is noted.
 */
@Component
class HouseholdMoves {

  private final HouseholdMoveStore store;
  private final Areas areas;
  private final BoundaryChanges boundaries;
  private final HouseholdNumbers numbers;
  private final ApplicationEventPublisher events;

  HouseholdMoves(
      HouseholdMoveStore store,
      Areas areas,
      BoundaryChanges boundaries,
      HouseholdNumbers numbers,
      ApplicationEventPublisher events) {
    this.store = store;
    this.areas = areas;
    this.boundaries = boundaries;
    this.numbers = numbers;
    this.events = events;
  }

  @EventListener
  @Transactional
  void follow(BlocksChanged changed) {
    HouseholdNumbers.Series series = numbers.series(changed.censusId(), changed.gaining());
    List<Move> moves = new ArrayList<>();
    changed
        .retired()
        .forEach(
            (from, to) ->
                store
                    .in(changed.censusId(), List.of(from))
                    .forEach(one -> moves.add(move(one, to, series))));
    Set<String> cut = new TreeSet<>(changed.moved().stream().map(Moved::from).toList());
    cut.removeAll(changed.retired().keySet());
    if (!cut.isEmpty()) {
      AddressBook book = new AddressBook(areas.dwellings(changed.censusId(), touched(changed)));
      List<HouseholdMoveStore.Household> households = store.in(changed.censusId(), cut);
      List<HouseholdMoveStore.Household> unplaced = new ArrayList<>();
      for (HouseholdMoveStore.Household one : households) {
        Optional<String> lies = book.blockOf(one.address());
        if (lies.isEmpty()) {
          unplaced.add(one);
        }
        lies.filter(block -> !block.equals(one.block()))
            .ifPresent(block -> moves.add(move(one, block, series)));
      }
      store.unplaced(changed, households, unplaced);
      boundaries.unplaced(changed.changeId(), unplaced.size());
    }
    store.move(changed, moves);
    events.publishEvent(new HouseholdsMoved(changed, moves));
  }

  private static Move move(
      HouseholdMoveStore.Household one, String to, HouseholdNumbers.Series series) {
    return new Move(one.id(), one.block(), one.number(), to, series.next(to, one.number()));
  }

  private static Collection<String> touched(BlocksChanged changed) {
    Set<String> touched = new LinkedHashSet<>();
    changed.moved().forEach(one -> touched.addAll(List.of(one.from(), one.to())));
    return touched;
  }
}
