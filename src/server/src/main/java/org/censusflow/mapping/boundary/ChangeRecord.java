package org.censusflow.mapping.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.mapping.area.BlocksChanged;
import org.censusflow.mapping.area.Dwelling;
import org.locationtech.jts.geom.Geometry;

/** What one boundary change does, gathered while it is made. */
final class ChangeRecord {

  enum Effect {
    CREATED,
    CHANGED,
    RETIRED
  }

  /** A block's counts and outline at one moment; the outline may be missing. */
  record State(int households, int persons, Geometry outline) {

    static final State NONE = new State(0, 0, null);
  }

  private final Map<String, Effect> effects = new LinkedHashMap<>();
  private final Map<String, State> before = new LinkedHashMap<>();
  private final Map<String, String> successors = new LinkedHashMap<>();
  private final List<BlocksChanged.Moved> moved = new ArrayList<>();

  void touches(String block, Effect effect, State state) {
    effects.put(block, effect);
    before.put(block, state);
  }

  void retires(String block, String successor, State state) {
    touches(block, Effect.RETIRED, state);
    successors.put(block, successor);
  }

  void moves(Iterable<Dwelling> dwellings, String from, String to) {
    dwellings.forEach(
        one ->
            moved.add(
                new BlocksChanged.Moved(one.building(), one.number(), one.households(), from, to)));
  }

  Map<String, Effect> effects() {
    return effects;
  }

  State before(String block) {
    return before.get(block);
  }

  Map<String, String> successors() {
    return successors;
  }

  List<BlocksChanged.Moved> moved() {
    return moved;
  }

  List<String> with(Effect effect) {
    return effects.entrySet().stream()
        .filter(entry -> entry.getValue() == effect)
        .map(Map.Entry::getKey)
        .toList();
  }
}
