package org.censusflow.mapping.dispute;

import org.censusflow.mapping.area.AreaRefused;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.boundary.BoundaryChanges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries decided boundaries out in the census areas. */
@Component
class AreaChange {

  private final BoundaryChanges changes;
  private final TransactionTemplate savepoint;

  AreaChange(BoundaryChanges changes, PlatformTransactionManager transactions) {
    this.changes = changes;
    savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Moves the buildings that a decision names. What the areas refuse leaves them as they were; the
   * decision stands all the same, and the mapping follows it by hand.
   */
  BoundaryDisputes.Taken take(DecidedBoundary boundary) {
    if (!boundary.movesBuildings()) {
      return new BoundaryDisputes.Taken(BoundaryDisputes.Status.DECIDED, "已登记决定，由普查区划按决定调整。");
    }
    try {
      BlocksChanged changed = savepoint.execute(status -> move(boundary));
      return new BoundaryDisputes.Taken(
          BoundaryDisputes.Status.TAKEN,
          "普查区划已按决定划转建筑物 %d 处，边界变更第 %d 版。".formatted(boundary.buildings().size(), changed.version())
              + unplaced(changed.unplaced()));
    } catch (AreaRefused refusal) {
      return new BoundaryDisputes.Taken(
          BoundaryDisputes.Status.REFUSED, "普查区划没有接收：" + refusal.getMessage());
    }
  }

  private static String unplaced(int households) {
    return households == 0 ? "" : "有 " + households + " 户的地址不在住房单元清单中，仍留在原小区，请街道现场核对。";
  }

  private BlocksChanged move(DecidedBoundary boundary) {
    return changes.move(
        boundary.censusId(),
        boundary.buildings(),
        boundary.targetBlock(),
        "界线争议第 %d 号决定".formatted(boundary.dispute()),
        boundary.decidedBy());
  }
}
