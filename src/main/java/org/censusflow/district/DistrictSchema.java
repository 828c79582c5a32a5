package org.censusflow.district;

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

/** Checks a district file's structure; the schema carries a message where its own says little. */
final class DistrictSchema {

  private static final String SCHEMA = "/districts/district.schema.json";

  private final JsonSchema schema = load();

  List<Fault> faults(String file, JsonNode tree) {
    return schema.validate(tree).stream()
        .sorted(Comparator.comparing(message -> message.getInstanceLocation().toString()))
        .map(message -> new Fault(file, path(message), message.getMessage()))
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
