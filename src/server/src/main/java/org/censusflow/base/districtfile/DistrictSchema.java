package org.censusflow.base.districtfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Checks a district file's structure; the schema carries a message where its own says little. */
final class DistrictSchema {

  private static final String SCHEMA = "/districts/district.schema.json";

  private static final JsonSchema INSTANCE = load();

  /** The keys of every unit that a district may have. */
  static final Set<String> UNITS = units();

  List<Fault> faults(String file, JsonNode tree) {
    return INSTANCE.validate(tree).stream()
        .sorted(Comparator.comparing(message -> message.getInstanceLocation().toString()))
        .map(message -> new Fault(file, path(message), reason(message)))
        .distinct()
        .toList();
  }

  /** A missing or unknown key is shown at its own place, not at that of the object around it. */
  private static String path(ValidationMessage message) {
    String path = Paths.of(message.getInstanceLocation());
    if (message.getProperty() == null) {
      return path;
    }
    return path.isEmpty() ? message.getProperty() : path + "." + message.getProperty();
  }

  private static String reason(ValidationMessage message) {
    return switch (message.getType()) {
      case "required" -> "is missing; add it";
      case "additionalProperties" -> "is no known key here; correct or remove it";
      case "enum" -> "'" + message.getInstanceNode().asText() + "' " + withoutPlace(message);
      default -> withoutPlace(message);
    };
  }

  /** The validator's own messages begin with the place, those of our schema do not. */
  private static String withoutPlace(ValidationMessage message) {
    String place = message.getInstanceLocation() + ": ";
    String text = message.getMessage();
    return text.startsWith(place) ? text.substring(place.length()) : text;
  }

  private static Set<String> units() {
    JsonNode keys = INSTANCE.getSchemaNode().at("/$defs/unitKey/enum");
    return StreamSupport.stream(keys.spliterator(), false)
        .map(JsonNode::textValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static JsonSchema load() {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .errorMessageKeyword("message")
            .formatAssertionsEnabled(true)
            .build();
    try (InputStream in = DistrictSchema.class.getResourceAsStream(SCHEMA)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
