package org.censusflow.tables.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.censusflow.tables.Dimension;
import org.censusflow.tables.Table;

/**
 * A whole release: each table is treated as its entry says; tables with suppression that count the
 * same persons are taken together, and with what of these persons is released; the rest is held
 * against what is released by difference, until nothing is found any more.
 */
public final class TableProtection {

  /** Each round hides at least one cell more that a difference tells; few are ever needed. */
  private static final int ROUNDS = 20;

  private TableProtection() {}

  /** A table to be released. */
  public record Entry(Table table, Rules rules, Treatment treatment) {}

  /** Whether a table may be released. */
  public enum Verdict {
    /** Nothing of it was sensitive. */
    PASS,
    /** It may, as it is now. */
    MASKED,
    /**
     * It must not: a sensitive figure follows from what is released already, or all of it is
     * sensitive.
     */
    REFUSED
  }

  /**
   * A table as it may be released.
   *
   * @param table with changed values or fewer categories where the treatment makes such
   * @param hidden cells that are not shown
   * @param reasons why it is refused, by the names of the cells; otherwise empty
   */
  public record Outcome(
      Table table, Map<Integer, Reason> hidden, Verdict verdict, List<String> reasons) {}

  /** A suppressed table on the way. */
  private static final class Open {
    private final Entry entry;
    private final Map<Integer, Primary> primaries = new TreeMap<>();
    private Map<Integer, Reason> hidden = Map.of();
    private List<String> unprotected = List.of();

    Open(Entry entry) {
      this.entry = entry;
      PrimaryCells.of(entry.table(), entry.rules()).forEach(p -> primaries.put(p.cell(), p));
    }
  }

  /**
   * @param released already, as it was shown
   * @return one for each entry, in their order
   * @throws IllegalArgumentException when a table does not add up, naming its cells
   */
  public static List<Outcome> of(List<Entry> entries, List<Suppression.Released> released) {
    Map<Integer, Open> open = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).treatment() instanceof Treatment.Suppress) {
        open.put(i, new Open(entries.get(i)));
      }
    }
    suppress(open.values(), released);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      outcomes.add(open.containsKey(i) ? outcome(open.get(i)) : changed(entries.get(i)));
    }
    return outcomes;
  }

  private static void suppress(Collection<Open> tables, List<Suppression.Released> released) {
    for (int round = 0; round < ROUNDS; round++) {
      groups(tables).forEach(group -> suppressTogether(group, released));
      if (!differences(tables, released)) {
        return;
      }
    }
    throw new IllegalStateException("differences were found in each of " + ROUNDS + " rounds");
  }

  /** Tables of the same persons with the same categories of each variable. */
  private static List<List<Open>> groups(Collection<Open> tables) {
    Map<Map<String, Set<String>>, List<List<Open>>> byUniverse = new HashMap<>();
    for (Open table : tables) {
      List<List<Open>> groups =
          byUniverse.computeIfAbsent(table.entry.table().universe(), u -> new ArrayList<>());
      Optional<List<Open>> fitting =
          groups.stream()
              .filter(
                  group ->
                      group.stream().allMatch(o -> o.entry.table().belongsTo(table.entry.table())))
              .findFirst();
      fitting
          .orElseGet(
              () -> {
                List<Open> group = new ArrayList<>();
                groups.add(group);
                return group;
              })
          .add(table);
    }
    return byUniverse.values().stream().flatMap(List::stream).toList();
  }

  private static void suppressTogether(List<Open> group, List<Suppression.Released> released) {
    List<Suppression.Released> linked = new ArrayList<>();
    for (Suppression.Released table : released) {
      if (group.stream().allMatch(o -> o.entry.table().belongsTo(table.table()))
          && linked.stream().allMatch(l -> l.table().belongsTo(table.table()))) {
        linked.add(table);
      }
    }
    Suppression suppression =
        Suppression.of(
            group.stream()
                .map(
                    o ->
                        new Suppression.Sensitive(
                            o.entry.table(), List.copyOf(o.primaries.values())))
                .toList(),
            linked);
    for (int i = 0; i < group.size(); i++) {
      Open table = group.get(i);
      table.hidden = suppression.hidden().get(i);
      String start = table.entry.table().id() + "[";
      table.unprotected =
          suppression.unprotected().stream().filter(name -> name.startsWith(start)).toList();
    }
  }

  /** Makes sensitive what a difference tells; false if there is none. */
  private static boolean differences(Collection<Open> tables, List<Suppression.Released> released) {
    List<Open> order = List.copyOf(tables);
    int threshold = order.stream().mapToInt(o -> o.entry.rules().threshold()).max().orElse(0);
    List<Differencing.Finding> findings =
        Differencing.find(
            order.stream().map(o -> new Suppression.Released(o.entry.table(), o.hidden)).toList(),
            released,
            threshold,
            (one, other) -> linked(order, one, other));
    for (Differencing.Finding finding : findings) {
      Open table = order.get(finding.table());
      table.primaries.put(
          finding.cell(),
          new Primary(finding.cell(), Reason.DIFFERENCE, table.entry.rules().width(), 0));
    }
    return !findings.isEmpty();
  }

  /** Tables that were taken together, and with nothing that has other categories. */
  private static boolean linked(List<Open> all, Table one, Table other) {
    return one.belongsTo(other)
        && all.stream()
            .map(o -> o.entry.table())
            .filter(table -> table.universe().equals(one.universe()))
            .allMatch(table -> table.belongsTo(one) && table.belongsTo(other));
  }

  private static Outcome outcome(Open table) {
    Verdict verdict =
        table.unprotected.isEmpty()
            ? table.hidden.isEmpty() ? Verdict.PASS : Verdict.MASKED
            : Verdict.REFUSED;
    return new Outcome(table.entry.table(), table.hidden, verdict, table.unprotected);
  }

  private static Outcome changed(Entry entry) {
    Table table = entry.table();
    boolean sensitive = !PrimaryCells.of(table, entry.rules()).isEmpty();
    Verdict verdict = sensitive ? Verdict.MASKED : Verdict.PASS;
    if (entry.treatment() instanceof Treatment.Coarsen) {
      return Collapse.of(table, entry.rules())
          .map(collapse -> new Outcome(collapse.table(), Map.of(), verdict, List.of()))
          .orElseGet(
              () ->
                  new Outcome(table, Map.of(), Verdict.REFUSED, List.of(table.name(total(table)))));
    }
    Table shown =
        entry.treatment() instanceof Treatment.Round round
            ? Rounding.of(table, round.base(), round.seed()).table()
            : perturbed(table, (Treatment.Perturb) entry.treatment());
    return new Outcome(shown, Map.of(), verdict, List.of());
  }

  private static Table perturbed(Table table, Treatment.Perturb perturb) {
    return perturb.table().perturb(table, perturb.keys());
  }

  private static int total(Table table) {
    return table.cell(table.dimensions().stream().mapToInt(Dimension::total).toArray());
  }
}
