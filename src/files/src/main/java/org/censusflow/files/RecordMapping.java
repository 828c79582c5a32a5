package org.censusflow.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.censusflow.linkage.population.Text;

/**
 * How a department's column names and code values map to those of a kind of record. The program's
 * own mappings stand under {@code mappings/} on the class path, one file a kind of record beside
 * {@code codes.yaml}; a department with others has a file beside its district's.
 */
public final class RecordMapping implements ColumnNames {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final Map<String, String> fields;
  private final Map<String, Map<String, String>> codes;

  private RecordMapping(Map<String, String> fields, Map<String, Map<String, String>> codes) {
    this.fields = fields;
    this.codes = codes;
  }

  /**
   * A mapping as it is written.
   *
   * @param columns other names of each field, by the field's own name
   * @param codes by field: what is written for each code, by the code
   */
  record File(
      @JsonProperty("columns") Map<String, List<String>> columns,
      @JsonProperty("codes") Map<String, Map<String, List<String>>> codes) {}

  /**
   * The program's own mapping of a kind of record.
   *
   * @throws IllegalArgumentException for a kind of record that has none
   */
  public static RecordMapping ofSupply(String supply) {
    try (InputStream codes = RecordMapping.class.getResourceAsStream("/mappings/codes.yaml");
        InputStream own =
            RecordMapping.class.getResourceAsStream("/mappings/" + supply + ".yaml")) {
      if (own == null) {
        throw new IllegalArgumentException("No mapping for the supply " + supply);
      }
      return new RecordMapping(Map.of(), Map.of()).and(codes).and(own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of columns of any kind of record, to find a head by. */
  public static ColumnNames ofAnySupply() {
    List<RecordMapping> all =
        RecordLayout.supplies().stream().map(RecordMapping::ofSupply).toList();
    return name ->
        all.stream().map(mapping -> mapping.field(name)).flatMap(Optional::stream).findFirst();
  }

  private RecordMapping and(InputStream yaml) throws IOException {
    File file = YAML.readValue(yaml, File.class);
    RecordMapping merged = copy();
    if (file.columns() != null) {
      file.columns().forEach(merged::name);
    }
    if (file.codes() != null) {
      file.codes().forEach(merged::encode);
    }
    return merged;
  }

  /**
   * This mapping for a department of its own habits: the columns that it names are the only ones
   * for their fields, and what it writes for a code outranks what others write.
   *
   * @param columns its names of a field, by field
   * @param values by coded field: what it writes for each code, by the code
   */
  public RecordMapping as(
      Map<String, List<String>> columns, Map<String, Map<String, List<String>>> values) {
    RecordMapping own = copy();
    columns.forEach(
        (field, names) -> {
          own.fields.values().removeIf(field::equals);
          own.name(field, names);
        });
    values.forEach(own::encode);
    return own;
  }

  private RecordMapping copy() {
    return new RecordMapping(new HashMap<>(fields), new HashMap<>(codes));
  }

  /** This mapping with the names that staff see for the fields, by field. */
  public RecordMapping named(Map<String, String> labels) {
    RecordMapping merged = copy();
    labels.forEach((field, label) -> merged.name(field, List.of(label)));
    return merged;
  }

  private void name(String field, List<String> names) {
    fields.put(ColumnNames.folded(field), field);
    names.forEach(name -> fields.put(ColumnNames.folded(name), field));
  }

  private void encode(String field, Map<String, List<String>> values) {
    Map<String, String> all = new HashMap<>(codes.getOrDefault(field, Map.of()));
    values.keySet().forEach(code -> all.put(Text.fold(code), code));
    // Behind the codes themselves: somebody's 1 may be another's 2.
    values.forEach((code, written) -> written.forEach(value -> all.put(Text.fold(value), code)));
    codes.put(field, all);
  }

  /** The field that a column carries. */
  @Override
  public Optional<String> field(String column) {
    return ColumnNames.in(fields, column);
  }

  /** Whether the values of a field are codes of a list. */
  public boolean isCoded(String field) {
    return codes.containsKey(field);
  }

  /** The codes of a coded field. */
  public Set<String> codes(String field) {
    return Set.copyOf(codes.get(field).values());
  }

  /** The code for what is written in a coded field; empty when the list does not have it. */
  public Optional<String> code(String field, String written) {
    Map<String, String> list = codes.get(field);
    String code = list.get(written);
    return Optional.ofNullable(code == null ? list.get(Text.fold(written)) : code);
  }
}
