package org.censusflow.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.CensusSpecs;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.DefaultLevels;
import org.censusflow.linkage.spec.FieldSpec;
import org.censusflow.linkage.spec.KeyForm;
import org.censusflow.linkage.spec.KeyPart;
import org.censusflow.linkage.spec.LevelKind;
import org.censusflow.linkage.spec.LevelSpec;

/** Reads specs from YAML; {@code docs/comparison.md} describes the format. */
public final class SpecReader {

  private static final Pattern PART = Pattern.compile("([^.\\s]+)(?:\\.([a-z]+?)(\\d*))?");
  private static final Set<String> KEYS =
      Set.of("name", "fields", "blocking", "match", "review", "copies");
  private static final Set<String> FIELD_KEYS =
      Set.of("name", "role", "columns", "levels", "differs", "frequency", "compare");

  private final List<String> faults = new ArrayList<>();

  private SpecReader() {}

  /**
   * A spec by the name of a built-in one or by file.
   *
   * @throws IOException when there is neither
   * @throws IllegalArgumentException with all faults of the spec
   */
  public static ComparisonSpec named(String nameOrFile) throws IOException {
    if (nameOrFile.equals("census")) {
      return CensusSpecs.census();
    }
    String resource = "/comparison/" + nameOrFile + ".yaml";
    if (nameOrFile.matches("[\\w-]+")) {
      try (InputStream in = SpecReader.class.getResourceAsStream(resource)) {
        if (in != null) {
          return read(new YAMLMapper().readTree(in));
        }
      }
    }
    return read(Path.of(nameOrFile));
  }

  /** A spec from a file; errors as for {@link #named}. */
  public static ComparisonSpec read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(new YAMLMapper().readTree(in));
    }
  }

  static ComparisonSpec read(JsonNode root) {
    SpecReader reader = new SpecReader();
    ComparisonSpec spec = reader.spec(root);
    if (!reader.faults.isEmpty()) {
      throw new IllegalArgumentException("spec: " + String.join("; ", reader.faults));
    }
    return spec;
  }

  private ComparisonSpec spec(JsonNode root) {
    unknownKeys("", root, KEYS);
    List<FieldSpec> fields = new ArrayList<>();
    for (JsonNode field : root.path("fields")) {
      FieldSpec read = field(field, "fields[" + fields.size() + "]");
      if (read == null) {
        return null;
      }
      fields.add(read);
    }
    if (fields.stream().noneMatch(FieldSpec::compared)) {
      faults.add("fields: at least one must be compared");
    }
    List<BlockingRule> blocking = new ArrayList<>();
    for (JsonNode rule : root.path("blocking")) {
      blocking.add(rule(rule.asText(), "blocking[" + blocking.size() + "]", fields));
    }
    if (blocking.isEmpty()) {
      faults.add("blocking: at least one rule is needed");
    }
    double match = root.path("match").asDouble(0.9);
    double review = root.path("review").asDouble(Math.min(match, 0.1));
    if (!(review > 0 && review <= match && match < 1)) {
      faults.add("match, review: 0 < review <= match < 1 must hold");
    }
    return faults.isEmpty()
        ? new ComparisonSpec(
            root.path("name").asText("unnamed"),
            fields,
            blocking,
            match,
            review,
            root.path("copies").asBoolean(false))
        : null;
  }

  private void unknownKeys(String place, JsonNode node, Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    for (String key : unknown) {
      faults.add(place + key + ": unknown key");
    }
  }

  private FieldSpec field(JsonNode node, String place) {
    unknownKeys(place + ".", node, FIELD_KEYS);
    String name = node.path("name").asText("");
    Role role = constant(Role.class, node.path("role").asText(""), place + ".role");
    if (name.isEmpty()) {
      faults.add(place + ".name: missing");
    }
    if (name.isEmpty() || role == null) {
      return null;
    }
    List<String> columns = new ArrayList<>();
    node.path("columns").forEach(column -> columns.add(column.asText()));
    if (node.path("columns").isTextual()) {
      columns.add(node.path("columns").asText());
    }
    Field field = new Field(name, role, columns);
    if (role == Role.KEY || !node.path("compare").asBoolean(true)) {
      return FieldSpec.carried(field);
    }
    List<LevelSpec> levels =
        node.has("levels") ? levels(node.path("levels"), place) : DefaultLevels.of(role, name);
    boolean frequency = role == Role.NAME || role == Role.TEXT || role == Role.CODE;
    if (levels.isEmpty() || levels.get(0).kind() != LevelKind.EXACT) {
      faults.add(place + ".levels: the first must be exact");
      return null;
    }
    return new FieldSpec(
        field,
        levels,
        node.path("differs").asText(name + "不同"),
        node.path("frequency").asBoolean(frequency));
  }

  /** Levels are written {@code kind parameter: label}. */
  private List<LevelSpec> levels(JsonNode node, String place) {
    List<LevelSpec> levels = new ArrayList<>();
    for (JsonNode level : node) {
      Map.Entry<String, JsonNode> entry = level.fields().hasNext() ? level.fields().next() : null;
      if (entry == null) {
        faults.add(place + ".levels: written as 'kind parameter: label'");
        continue;
      }
      String[] words = entry.getKey().strip().split("\\s+");
      LevelKind kind = constant(LevelKind.class, words[0], place + ".levels");
      try {
        double at = words.length > 1 ? Double.parseDouble(words[1]) : 0;
        if (kind != null) {
          levels.add(new LevelSpec(kind, at, entry.getValue().asText()));
        }
      } catch (NumberFormatException e) {
        faults.add(place + ".levels: '" + words[1] + "' is not a number");
      }
    }
    return levels;
  }

  private <E extends Enum<E>> E constant(Class<E> type, String text, String place) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      String known =
          Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT).replace('_', '-');
      faults.add(place + ": '" + text + "' is none of " + known);
      return null;
    }
  }

  private BlockingRule rule(String text, String place, List<FieldSpec> fields) {
    List<KeyPart> parts = new ArrayList<>();
    for (String part : text.split("\\+")) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        faults.add(place + ": '" + part.strip() + "' is not field.form");
        continue;
      }
      String field = matcher.group(1);
      if (fields.stream().noneMatch(spec -> spec.field().name().equals(field))) {
        faults.add(place + ": no field '" + field + "'");
      }
      KeyForm form =
          matcher.group(2) == null
              ? KeyForm.VALUE
              : constant(KeyForm.class, matcher.group(2), place);
      String at = matcher.group(3);
      parts.add(new KeyPart(field, form, at == null || at.isEmpty() ? 0 : Integer.parseInt(at)));
    }
    return new BlockingRule(parts);
  }
}
