package org.censusflow.base.districtfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.networknt.schema.JsonNodePath;

/** Writes places in a file as people do: {@code units[3].duties[0].clause}. */
final class Paths {

  private Paths() {}

  static String of(JsonProcessingException e) {
    StringBuilder path = new StringBuilder();
    if (e instanceof JsonMappingException mapping) {
      for (JsonMappingException.Reference step : mapping.getPath()) {
        append(path, step.getFieldName() == null ? step.getIndex() : step.getFieldName());
      }
    }
    return path.toString();
  }

  static String of(JsonNodePath location) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < location.getNameCount(); i++) {
      append(path, location.getElement(i));
    }
    return path.toString();
  }

  private static void append(StringBuilder path, Object step) {
    if (step instanceof Integer index) {
      path.append('[').append(index).append(']');
    } else {
      path.append(path.isEmpty() ? "" : ".").append(step);
    }
  }
}
