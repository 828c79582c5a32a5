package org.censusflow.sample.population;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads error models: a preset, or a file's figures laid over a preset; all faults are told at
 * once.
 */
final class ErrorModelReader {

  private static final Set<String> PRESETS = Set.of("district", "linkage");
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .setPropertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE);

  private ErrorModelReader() {}

  static ErrorModel preset(String name) {
    return convert(presetTree(name));
  }

  static ErrorModel read(Path file) {
    JsonNode given;
    try {
      given = YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    if (!given.isObject()) {
      throw new IllegalArgumentException(file + ": no error model");
    }
    ObjectNode model = presetTree(given.path("preset").asText("district"));
    ((ObjectNode) given).remove("preset");
    List<String> faults = new ArrayList<>();
    lay((ObjectNode) given, model, "", faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(file + ": " + String.join("; ", faults));
    }
    return convert(model);
  }

  private static ObjectNode presetTree(String name) {
    if (!PRESETS.contains(name)) {
      throw new IllegalArgumentException(
          "neither a file nor a preset (district, linkage): " + name);
    }
    try (InputStream in =
        ErrorModelReader.class.getResourceAsStream("/sample/errors-" + name + ".yaml")) {
      return (ObjectNode) YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lay(ObjectNode from, ObjectNode onto, String path, List<String> faults) {
    for (Map.Entry<String, JsonNode> entry : from.properties()) {
      String key = entry.getKey();
      String place = path + key;
      JsonNode value = entry.getValue();
      JsonNode known = onto.get(key);
      boolean differenceClass = path.equals("differences.") && key.matches("D(0[1-9]|1[0-2])");
      if (known == null && !differenceClass) {
        faults.add("unknown key " + place);
      } else if (known != null && known.isObject()) {
        if (value.isObject()) {
          lay((ObjectNode) value, (ObjectNode) known, place + ".", faults);
        } else {
          faults.add(place + " is not a map");
        }
      } else if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > 1) {
        faults.add(place + " is not a share between 0 and 1");
      } else {
        onto.set(key, value);
      }
    }
  }

  private static ErrorModel convert(ObjectNode tree) {
    ErrorModel model = YAML.convertValue(tree, ErrorModel.class);
    ErrorModel.Composition kinds = model.composition();
    if (kinds.split() + kinds.migrant() + kinds.away() + kinds.foreign() > 1) {
      throw new IllegalArgumentException(
          "composition: split, migrant, away and foreign together are more than 1");
    }
    return model;
  }
}
