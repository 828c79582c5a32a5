package org.censusflow.mapping.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.censusflow.mapping.area.AreaBlock;
import org.censusflow.mapping.area.AreaStore;
import org.censusflow.mapping.area.BlocksChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the people follow a boundary change: whoever worked in a block that was cut works in all its
 * parts until the office deals them out anew, and the work of a retired block passes to the people
 * of its successor. No block loses its people to a change.
 */
@Component
public class AssignmentMoves {

  private final AreaStore blocks;
  private final AssignmentStore store;
  private final ApplicationEventPublisher events;

  public AssignmentMoves(
      AreaStore blocks, AssignmentStore store, ApplicationEventPublisher events) {
    this.blocks = blocks;
    this.store = store;
    this.events = events;
  }

  @Transactional
  public void follow(BlocksChanged changed) {
    LocalDate today = store.today();
    Map<String, String> cutFrom =
        changed.moved().stream()
            .collect(
                Collectors.toMap(
                    BlocksChanged.Moved::to, BlocksChanged.Moved::from, (one, other) -> one));
    Map<String, AreaBlock> created =
        changed.created().isEmpty()
            ? Map.of()
            : blocks.named(changed.censusId(), changed.created());
    for (StaffRole role : StaffRole.values()) {
      created.forEach((code, block) -> copy(changed, cutFrom.get(code), block, role, today));
      changed.retired().forEach((code, successor) -> pass(changed, code, successor, role, today));
    }
  }

  private void copy(
      BlocksChanged changed, String from, AreaBlock to, StaffRole role, LocalDate today) {
    for (BlockAssignment one : store.open(changed.censusId(), from, role, today)) {
      LocalDate start = one.validFrom().isAfter(today) ? one.validFrom() : today;
      store.add(
          changed.censusId(),
          to,
          role,
          one.kind(),
          one.account(),
          start,
          one.validTo(),
          changed.note(),
          changed.by());
    }
  }

  private void pass(
      BlocksChanged changed, String retired, String successor, StaffRole role, LocalDate today) {
    List<BlockAssignment> leaving = store.open(changed.censusId(), retired, role, today);
    if (leaving.isEmpty()) {
      return;
    }
    Function<List<BlockAssignment>, String> regular =
        all ->
            all.stream()
                .filter(one -> !one.cover())
                .map(BlockAssignment::account)
                .findFirst()
                .orElse(null);
    String stays = regular.apply(store.open(changed.censusId(), successor, role, today));
    if (stays == null && regular.apply(leaving) != null) {
      stays = regular.apply(leaving);
      AreaBlock block = blocks.named(changed.censusId(), List.of(successor)).get(successor);
      store.add(
          changed.censusId(),
          block,
          role,
          "regular",
          stays,
          today,
          null,
          changed.note(),
          changed.by());
    }
    for (BlockAssignment one : leaving) {
      store.end(one.id(), today.minusDays(1), changed.note(), changed.by());
      if (!one.account().equals(stays)) {
        events.publishEvent(
            new WorkHandedOver(
                changed.censusId(), changed.district(), retired, role, one.account(), stays));
      }
    }
  }
}
