package org.censusflow.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Takes values out of a YAML tree and collects everything that is wrong with them. */
final class YamlFaults {

  private final List<String> faults = new ArrayList<>();

  void add(String fault) {
    faults.add(fault);
  }

  boolean none() {
    return faults.isEmpty();
  }

  String text() {
    return String.join("; ", faults);
  }

  void list(JsonNode root, String key) {
    if (root.has(key) && !root.path(key).isArray()) {
      faults.add(key + ": a list is needed, a line each with a dash");
    }
  }

  double number(JsonNode root, String key, double otherwise) {
    JsonNode value = root.path(key);
    if (!value.isMissingNode() && !value.isNumber()) {
      faults.add(key + ": '" + value.asText() + "' is not a number");
    }
    return value.asDouble(otherwise);
  }

  boolean truth(String place, JsonNode node, String key, boolean otherwise) {
    JsonNode value = node.path(key);
    if (!value.isMissingNode() && !value.isBoolean()) {
      faults.add(place + key + ": '" + value.asText() + "' is neither true nor false");
    }
    return value.asBoolean(otherwise);
  }

  void unknownKeys(String place, JsonNode node, Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    for (String key : unknown) {
      faults.add(place + key + ": unknown key");
    }
  }

  <E extends Enum<E>> E constant(Class<E> type, String text, String place) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      String known =
          Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', '-');
      faults.add(place + ": '" + text + "' is none of " + known);
      return null;
    }
  }
}
