package org.censusflow.crosscheck.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.censusflow.base.district.Districts;
import org.censusflow.base.district.Supply;
import org.censusflow.base.districtfile.DistrictFile;
import org.censusflow.base.districtfile.Fault;
import org.censusflow.files.ColumnNames;
import org.censusflow.files.RecordLayout;
import org.censusflow.files.RecordMapping;
import org.censusflow.linkage.population.Text;

/** Says everything that is wrong with one department's mapping. */
final class DepartmentMappingChecks {

  private static final Set<String> KEYS = Set.of("district", "unit", "supply", "columns", "codes");

  private final DistrictFile file;
  private final Districts districts;
  private final List<Fault> faults = new ArrayList<>();

  DepartmentMappingChecks(DistrictFile file, Districts districts) {
    this.file = file;
    this.districts = districts;
  }

  List<Fault> faults() {
    JsonNode tree = file.tree();
    tree.fieldNames()
        .forEachRemaining(
            key -> check(KEYS.contains(key), key, "is not known; a mapping has " + sorted(KEYS)));
    String supply = tree.path("supply").asText();
    boolean known = RecordLayout.supplies().contains(supply);
    check(known, "supply", "'" + supply + "' is no kind of record");
    checkOwner(tree, supply);
    if (known) {
      checkColumns(tree.path("columns"), Set.copyOf(RecordLayout.ofSupply(supply).columns()));
      checkCodes(tree.path("codes"), supply);
    }
    return faults;
  }

  private void checkOwner(JsonNode tree, String supply) {
    String district = tree.path("district").asText();
    String unit = tree.path("unit").asText();
    check(
        districts.find(district).isPresent(),
        "district",
        "no district '" + district + "' is described beside this file");
    districts
        .find(district)
        .ifPresent(
            it ->
                check(
                    it.suppliesOf(unit).stream().map(Supply::id).anyMatch(supply::equals),
                    "unit",
                    "'" + unit + "' does not supply '" + supply + "' in this district"));
  }

  private void checkColumns(JsonNode columns, Set<String> fields) {
    check(columns.isMissingNode() || columns.isObject(), "columns", "has to name fields");
    Map<String, String> fieldOf = new HashMap<>();
    columns
        .properties()
        .forEach(
            column -> {
              String at = "columns." + column.getKey();
              check(
                  fields.contains(column.getKey()),
                  at,
                  "is no field of these records; they have " + sorted(fields));
              checkTexts(column.getValue(), at, column.getKey(), ColumnNames::folded, fieldOf);
            });
  }

  private void checkCodes(JsonNode codes, String supply) {
    RecordMapping usual = RecordMapping.ofSupply(supply);
    check(codes.isMissingNode() || codes.isObject(), "codes", "has to name coded fields");
    codes
        .properties()
        .forEach(
            field -> {
              String at = "codes." + field.getKey();
              boolean coded = usual.isCoded(field.getKey()) && field.getValue().isObject();
              check(coded, at, "is no coded field with its codes");
              if (coded) {
                checkValues(field.getValue(), at, usual.codes(field.getKey()));
              }
            });
  }

  private void checkValues(JsonNode values, String at, Set<String> codes) {
    Map<String, String> codeOf = new HashMap<>();
    values
        .properties()
        .forEach(
            value -> {
              String place = at + "." + value.getKey();
              check(
                  codes.contains(value.getKey()),
                  place,
                  "is no code of the list; it has " + sorted(codes));
              checkTexts(value.getValue(), place, value.getKey(), Text::fold, codeOf);
            });
  }

  /** A list of texts, none of which stands for something else as well. */
  private void checkTexts(
      JsonNode texts,
      String at,
      String meaning,
      UnaryOperator<String> folding,
      Map<String, String> meanings) {
    check(texts.isArray() && !texts.isEmpty(), at, "has to be a list, e.g. [\"…\", \"…\"]");
    for (JsonNode text : texts) {
      check(text.isTextual() && !text.asText().isBlank(), at, "holds something that is no text");
      String other = meanings.putIfAbsent(folding.apply(text.asText()), meaning);
      check(
          other == null || other.equals(meaning),
          at,
          "'" + text.asText() + "' stands for " + other + " as well");
    }
  }

  private void check(boolean holds, String at, String reason) {
    if (!holds) {
      faults.add(new Fault(file.name(), at, reason));
    }
  }

  private static String sorted(Set<String> words) {
    return words.stream().sorted().toList().toString();
  }
}
