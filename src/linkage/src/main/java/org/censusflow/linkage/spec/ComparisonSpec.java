package org.censusflow.linkage.spec;

import java.util.ArrayList;
import java.util.List;
import org.censusflow.linkage.population.Field;

/**
 * A comparison as data.
 *
 * @param name the spec's name
 * @param fields the fields, with their levels
 * @param blocking the blocking rules
 * @param matchAt posterior probability from which a pair is a match
 * @param reviewAt posterior probability from which a pair goes to a person
 * @param copies whether several rows of the left may rightly be one person of the right, as in a
 *     census that counts a person where they live and where they are registered
 */
public record ComparisonSpec(
    String name,
    List<FieldSpec> fields,
    List<BlockingRule> blocking,
    double matchAt,
    double reviewAt,
    boolean copies) {

  public ComparisonSpec {
    fields = List.copyOf(fields);
    blocking = List.copyOf(blocking);
    if (!(reviewAt > 0 && reviewAt <= matchAt && matchAt < 1)) {
      throw new IllegalArgumentException("thresholds must satisfy 0 < review <= match < 1");
    }
    List<String> faults = new SpecFaults(fields, blocking).all();
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
  }

  /** The fields to read into a population. */
  public List<Field> populationFields() {
    return fields.stream().map(FieldSpec::field).toList();
  }

  /** The same comparison with more fields carried along. */
  public ComparisonSpec carrying(Field... more) {
    List<FieldSpec> all = new ArrayList<>(fields);
    for (Field field : more) {
      all.add(FieldSpec.carried(field));
    }
    return new ComparisonSpec(name, all, blocking, matchAt, reviewAt, copies);
  }
}
