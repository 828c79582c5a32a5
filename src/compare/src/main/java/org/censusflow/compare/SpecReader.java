package org.censusflow.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** A key that stands twice is a mistake: one of the two would be passed over. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final YamlFaults faults = new YamlFaults();

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
          return read(YAML.readTree(in));
        }
      }
      if (!Files.exists(Path.of(nameOrFile))) {
        throw new IllegalArgumentException(
            "--spec " + nameOrFile + ": neither a file nor one of the built-in census, febrl");
      }
    }
    return read(Path.of(nameOrFile));
  }

  /** A spec from a file; errors as for {@link #named}. */
  public static ComparisonSpec read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(YAML.readTree(in));
    } catch (JsonProcessingException e) {
      String place = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
      String said = e.getOriginalMessage().lines().findFirst().orElse("no YAML");
      throw new IllegalArgumentException("spec " + file + place + ": " + said, e);
    }
  }

  static ComparisonSpec read(JsonNode root) {
    if (!root.isObject()) {
      throw new IllegalArgumentException("spec: fields and blocking are needed, see comparison.md");
    }
    SpecReader reader = new SpecReader();
    ComparisonSpec spec;
    try {
      spec = reader.spec(root);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("spec: " + e.getMessage(), e);
    }
    if (!reader.faults.none()) {
      throw new IllegalArgumentException("spec: " + reader.faults.text());
    }
    return spec;
  }

  private ComparisonSpec spec(JsonNode root) {
    faults.unknownKeys("", root, KEYS);
    List<FieldSpec> fields = new ArrayList<>();
    faults.list(root, "fields");
    faults.list(root, "blocking");
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
      blocking.add(rule(rule.asText(), "blocking[" + blocking.size() + "]"));
    }
    if (blocking.isEmpty()) {
      faults.add("blocking: at least one rule is needed");
    }
    double match = faults.number(root, "match", 0.5);
    double review = faults.number(root, "review", Math.min(match, 0.1));
    boolean copies = faults.truth("", root, "copies", false);
    if (!(review > 0 && review <= match && match < 1)) {
      faults.add("match, review: 0 < review <= match < 1 must hold");
    }
    return faults.none()
        ? new ComparisonSpec(
            root.path("name").asText("unnamed"), fields, blocking, match, review, copies)
        : null;
  }

  private FieldSpec field(JsonNode node, String place) {
    if (!node.isObject()) {
      faults.add(place + ": written as {name: …, role: …}");
      return null;
    }
    faults.unknownKeys(place + ".", node, FIELD_KEYS);
    String name = node.path("name").asText("");
    Role role = faults.constant(Role.class, node.path("role").asText(""), place + ".role");
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
    boolean compared = faults.truth(place + ".", node, "compare", true);
    boolean rare = role == Role.NAME || role == Role.TEXT || role == Role.CODE;
    boolean frequency = faults.truth(place + ".", node, "frequency", rare);
    if (role == Role.KEY || !compared) {
      return FieldSpec.carried(field);
    }
    List<LevelSpec> levels =
        node.has("levels") ? levels(node.path("levels"), place) : DefaultLevels.of(role, name);
    if (levels.isEmpty() || levels.get(0).kind() != LevelKind.EXACT) {
      faults.add(place + ".levels: the first must be exact");
      return null;
    }
    return new FieldSpec(field, levels, node.path("differs").asText(name + "不同"), frequency);
  }

  /** Levels are written {@code kind parameter: label}. */
  private List<LevelSpec> levels(JsonNode node, String place) {
    List<LevelSpec> levels = new ArrayList<>();
    for (JsonNode level : node) {
      Map.Entry<String, JsonNode> entry = level.fields().hasNext() ? level.fields().next() : null;
      String[] words = entry == null ? new String[0] : entry.getKey().strip().split("\\s+");
      if (words.length == 0 || words.length > 2 || level.size() > 1) {
        faults.add(place + ".levels: written as 'kind parameter: label', a line each");
        continue;
      }
      LevelKind kind = faults.constant(LevelKind.class, words[0], place + ".levels");
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

  private BlockingRule rule(String text, String place) {
    List<KeyPart> parts = new ArrayList<>();
    for (String part : text.split("\\+")) {
      Matcher matcher = PART.matcher(part.strip());
      if (!matcher.matches()) {
        faults.add(place + ": '" + part.strip() + "' is not field.form");
        continue;
      }
      String field = matcher.group(1);
      KeyForm form =
          matcher.group(2) == null
              ? KeyForm.VALUE
              : faults.constant(KeyForm.class, matcher.group(2), place);
      String at = matcher.group(3);
      if (form != null) {
        parts.add(new KeyPart(field, form, length(at)));
      }
    }
    if (parts.isEmpty()) {
      faults.add(place + ": '" + text + "' names no field");
    }
    return new BlockingRule(parts);
  }

  private static int length(String digits) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    return digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
