package org.censusflow.base.districtfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a file together with its path. Reads what is there and well-formed; whatever is not is
 * absent here, because the schema reports it.
 */
record Place(String path, JsonNode node) {

  static Place root(JsonNode tree) {
    return new Place("", tree);
  }

  Place get(String key) {
    return new Place(path.isEmpty() ? key : path + "." + key, node.path(key));
  }

  List<Place> items(String key) {
    Place list = get(key);
    List<Place> items = new ArrayList<>();
    for (int i = 0; list.node.isArray() && i < list.node.size(); i++) {
      items.add(new Place(list.path + "[" + i + "]", list.node.get(i)));
    }
    return items;
  }

  List<String> keys(String key) {
    return node.path(key).properties().stream().map(Map.Entry::getKey).toList();
  }

  Optional<String> text() {
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  String text(String key) {
    return get(key).text().orElse(null);
  }

  Optional<Integer> number(String key) {
    return node.path(key).isInt() ? Optional.of(node.path(key).intValue()) : Optional.empty();
  }

  Optional<LocalDate> day(String key) {
    try {
      return get(key).text().map(LocalDate::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
