package org.censusflow.tables.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody with all published figures and a solver: knows what is shown, that no count is below
 * zero, which cells are impossible, and every sum; cells of two tables that count the same persons
 * are equal.
 */
final class Attacker {

  private static final double ROUNDING = 1e-4;

  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Map<Object, Variable> unknown = new HashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Map<Integer, Reason>> hidden = new ArrayList<>();
  private int equations;

  Attacker see(Table table, Map<Integer, Reason> hiddenCells) {
    tables.add(table);
    hidden.add(hiddenCells);
    for (int cell = 0; cell < table.cells(); cell++) {
      for (int d = 0; d < table.dimensions().size(); d++) {
        Dimension dimension = table.dimensions().get(d);
        int whole = table.category(cell, d);
        if (!dimension.isLeaf(whole)) {
          equation(table, hiddenCells, cell, d, dimension.children(whole));
        }
      }
    }
    return this;
  }

  private void equation(
      Table table, Map<Integer, Reason> hiddenCells, int whole, int d, int[] parts) {
    Map<Variable, Integer> left = new HashMap<>();
    long right = 0;
    if (hiddenCells.containsKey(whole)) {
      left.merge(unknown(table, whole), -1, Integer::sum);
    } else {
      right += table.value(whole);
    }
    for (int part : parts) {
      int cell = table.moved(whole, d, part);
      if (hiddenCells.containsKey(cell)) {
        left.merge(unknown(table, cell), 1, Integer::sum);
      } else {
        right -= table.value(cell);
      }
    }
    if (!left.isEmpty()) {
      Expression equation = model.addExpression("e" + equations++);
      left.forEach((variable, factor) -> equation.set(variable, (long) factor));
      equation.level(right);
    }
  }

  private Variable unknown(Table table, int cell) {
    return unknown.computeIfAbsent(
        table.persons(cell),
        key -> {
          Variable variable = model.addVariable("x" + unknown.size()).lower(0);
          return table.isImpossible(cell) ? variable.upper(0) : variable;
        });
  }

  /** The largest (or, by -1, smallest) value that the cell can have; infinite if there is none. */
  double bound(Table table, int cell, int sign) {
    Variable variable = unknown(table, cell);
    variable.weight(BigDecimal.ONE);
    Optimisation.Result result = sign > 0 ? model.maximise() : model.minimise();
    variable.weight((BigDecimal) null);
    if (result.getState() == Optimisation.State.UNBOUNDED) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (!result.getState().isFeasible()) {
      throw new IllegalStateException("the true table is possible: " + result.getState());
    }
    return result.doubleValue(model.indexOf(variable));
  }

  /**
   * That no sensitive cell is computed more narrowly than its rule allows, no secondary one at all.
   */
  void verify(Table table, List<Primary> sensitive, Map<Integer, Reason> hiddenCells) {
    for (Primary primary : sensitive) {
      long value = table.value(primary.cell());
      assertThat(bound(table, primary.cell(), 1))
          .as("%s", primary)
          .isGreaterThanOrEqualTo(value + primary.up() - ROUNDING);
      if (primary.down() > 0) {
        assertThat(bound(table, primary.cell(), -1))
            .as("%s", primary)
            .isLessThanOrEqualTo(value - primary.down() + ROUNDING);
      }
    }
    hiddenCells.forEach(
        (cell, reason) -> {
          if (reason == Reason.SECONDARY) {
            assertThat(bound(table, cell, 1) - bound(table, cell, -1))
                .as(table.name(cell))
                .isGreaterThanOrEqualTo(1 - ROUNDING);
          }
        });
  }
}
