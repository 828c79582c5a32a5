package org.censusflow.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.censusflow.linkage.ComparisonResult;
import org.censusflow.linkage.evaluation.ExpectedErrors;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.FieldSpec;

/**
 * The groups for which expected errors are given: what a link rests on, and the values of fields on
 * the left. Dates go by decades; a name that is no field of the spec is a column of codes.
 */
final class ErrorGroups {

  private static final int DECADE = 3;

  private final Map<String, Role> fields = new LinkedHashMap<>();
  private final ComparisonSpec spec;

  ErrorGroups(List<String> by, ComparisonSpec asked) {
    List<Field> more = new ArrayList<>();
    for (String name : by) {
      Role role = role(name, asked);
      if (role == null) {
        more.add(Field.of(name, Role.CODE));
      }
      fields.put(name, role == null ? Role.CODE : role);
    }
    spec = more.isEmpty() ? asked : asked.carrying(more.toArray(Field[]::new));
  }

  private static Role role(String name, ComparisonSpec spec) {
    for (FieldSpec field : spec.fields()) {
      if (field.field().name().equals(name)) {
        return field.field().role();
      }
    }
    return null;
  }

  /** The spec that reads what the groups need. */
  ComparisonSpec spec() {
    return spec;
  }

  Map<String, Map<String, ExpectedErrors>> of(ComparisonResult result, Population left) {
    Map<String, Map<String, ExpectedErrors>> all = new LinkedHashMap<>();
    all.put("basis", result.expectedErrors(result::basis));
    fields.forEach((name, role) -> all.put(name, result.expectedErrors(group(name, role, left))));
    return all;
  }

  private static IntFunction<String> group(String name, Role role, Population left) {
    return l -> {
      String value = left.text(name, l);
      if (value.isEmpty()) {
        return "none";
      }
      return role == Role.DATE ? value.substring(0, DECADE) + "0s" : value;
    };
  }
}
