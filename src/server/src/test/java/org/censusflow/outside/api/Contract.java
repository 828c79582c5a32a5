package org.censusflow.outside.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a description promises to clients and what it demands of them. A client breaks when a
 * promise is gone, or when something that was there before demands more.
 */
final class Contract {

  /** Where something is demanded: an operation or a schema, by its promise. */
  private record Demand(String where, String what) {}

  private final Set<String> promises = new LinkedHashSet<>();
  private final Set<Demand> demands = new LinkedHashSet<>();

  private Contract() {}

  static Contract of(JsonNode description) {
    Contract contract = new Contract();
    for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        contract.operation(method.getKey() + " " + path.getKey(), method.getValue());
      }
    }
    for (Map.Entry<String, JsonNode> schema : description.at("/components/schemas").properties()) {
      contract.schema(schema.getKey(), schema.getValue());
    }
    return contract;
  }

  private void operation(String name, JsonNode operation) {
    promises.add(name);
    for (JsonNode parameter : operation.path("parameters")) {
      String what = parameter.path("in").asText() + " " + parameter.path("name").asText();
      promises.add(name + " takes " + what + ": " + type(parameter.path("schema")));
      if (parameter.path("required").asBoolean()) {
        demands.add(new Demand(name, what));
      }
    }
    JsonNode body = operation.path("requestBody");
    content(name + " takes", body);
    if (body.path("required").asBoolean()) {
      demands.add(new Demand(name, "a body"));
    }
    for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
      if (response.getKey().startsWith("2")) {
        String answer = name + " answers " + response.getKey();
        promises.add(answer);
        content(answer, response.getValue());
      }
    }
  }

  private void content(String what, JsonNode container) {
    for (Map.Entry<String, JsonNode> type : container.path("content").properties()) {
      promises.add(what + " " + type.getKey() + ": " + type(type.getValue().path("schema")));
    }
  }

  private void schema(String name, JsonNode schema) {
    promises.add(name);
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      promises.add(name + "." + property.getKey() + ": " + type(property.getValue()));
    }
    schema.path("required").forEach(it -> demands.add(new Demand(name, it.asText())));
  }

  /** A reference, or a type as far as a client's own types depend on it. */
  private static String type(JsonNode schema) {
    if (schema.has("$ref")) {
      return schema.path("$ref").asText();
    }
    String type = (schema.path("type").asText() + " " + schema.path("format").asText()).trim();
    return schema.has("items") ? type + " of " + type(schema.path("items")) : type;
  }

  /** What breaks a client of this contract that meets the other one. */
  Set<String> brokenBy(Contract next) {
    Stream<String> gone =
        promises.stream().filter(it -> !next.promises.contains(it)).map("gone: "::concat);
    Stream<String> demanded =
        next.demands.stream()
            .filter(it -> promises.contains(it.where()) && !demands.contains(it))
            .map(it -> "demanded: " + it.where() + " " + it.what());
    return Stream.concat(gone, demanded).collect(Collectors.toCollection(TreeSet::new));
  }
}
