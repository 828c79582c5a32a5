package org.censusflow.registration.field;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.area.BlocksChanged.Moved;
import org.censusflow.registration.answers.HouseholdNumbers;
import org.censusflow.registration.answers.HouseholdsMoved;
import org.censusflow.registration.answers.HouseholdsMoved.Move;
import org.springframework.stereotype.Component;

/**
 * Lets the cases on enumerators' lists follow a boundary change: those of registered households
 * with them, and of those who are only a number as yet as many as the dwellings that moved still
 * hold.
 */
@Component
class CaseMoves {

  private final CaseMoveStore store;
  private final HouseholdCases cases;
  private final BlockWork work;
  private final HouseholdNumbers numbers;

  CaseMoves(CaseMoveStore store, HouseholdCases cases, BlockWork work, HouseholdNumbers numbers) {
    this.store = store;
    this.cases = cases;
    this.work = work;
    this.numbers = numbers;
  }

  /** From one block to another. */
  private record Way(String from, String to) {}

  void follow(HouseholdsMoved moved) {
    BlocksChanged change = moved.change();
    String censusId = change.censusId();
    moved.moves().forEach(one -> store.move(censusId, one));
    Map<Way, Integer> households = ways(change);
    HouseholdNumbers.Series series = numbers.series(censusId, change.gaining());
    households.forEach(
        (way, expected) -> {
          List<Move> known =
              moved.moves().stream()
                  .filter(one -> way.equals(new Way(one.from(), one.to())))
                  .toList();
          int unknown = Math.max(0, expected - known.size());
          List<Integer> follow =
              change.retired().containsKey(way.from())
                  ? store.numbers(censusId, way.from())
                  : store.withoutHousehold(censusId, way.from(), unknown);
          follow.forEach(
              number ->
                  store.move(
                      censusId, new Move(0, way.from(), number, way.to(), series.next(way.to()))));
          if (work.listed(censusId, way.to()) && !work.listed(censusId, way.from())) {
            known.forEach(one -> store.add(censusId, one.to(), one.toNo()));
            for (int i = follow.size(); i < unknown; i++) {
              store.add(censusId, way.to(), series.next(way.to()));
            }
          }
        });
    change.gaining().stream()
        .filter(block -> work.listed(censusId, block))
        .forEach(block -> cases.sync(censusId, block));
  }

  /** How many households the listing expects to go each way; retired blocks go as a whole. */
  private static Map<Way, Integer> ways(BlocksChanged change) {
    Map<Way, Integer> ways =
        new TreeMap<>(java.util.Comparator.comparing(Way::from).thenComparing(Way::to));
    change.retired().forEach((from, to) -> ways.put(new Way(from, to), 0));
    ways.putAll(
        change.moved().stream()
            .collect(
                Collectors.groupingBy(
                    one -> new Way(one.from(), one.to()),
                    Collectors.summingInt(Moved::households))));
    return ways;
  }
}
