package org.censusflow.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.FileReading;
import org.censusflow.linkage.population.PopulationInput;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.spec.BlockingRule;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.FieldSpec;

/**
 * Whether what was read is what the spec speaks of. A file of which nothing was understood ends the
 * run; what was understood in part is a warning.
 */
final class InputChecks {

  private static final double MANY = 0.01;

  private final ComparisonSpec spec;
  private final List<String> warnings = new ArrayList<>();

  /** Whether the left was looked at: what is only carried along is asked of it alone. */
  private boolean looked;

  InputChecks(ComparisonSpec spec) {
    this.spec = spec;
  }

  List<String> warnings() {
    return warnings;
  }

  /**
   * Looks at one file.
   *
   * @param notUnderstood by field the values that say nothing
   * @throws IOException when no column of the spec is in it or none of its rows could be read
   */
  void check(Path file, PopulationInput input, Map<String, Long> notUnderstood) throws IOException {
    int rows = input.population().size();
    int rejected = input.rejected().size();
    if (input.reading() != null) {
      columns(file, input.reading());
      looked = true;
    }
    if (rows == 0 && rejected > 0) {
      throw new IOException(file + ": none of its " + rejected + " rows could be read");
    }
    if (rows == 0) {
      warnings.add(file + ": has no rows");
    } else if (rejected > MANY * (rows + rejected)) {
      warnings.add(file + ": " + rejected + " of its rows were rejected and not compared");
    }
    for (Map.Entry<String, Long> field : notUnderstood.entrySet()) {
      if (field.getValue() > MANY * rows) {
        warnings.add(
            "%s: %d values of '%s' say nothing (unreadable, or as good as none)"
                .formatted(file, field.getValue(), field.getKey()));
      }
    }
  }

  private void columns(Path file, FileReading reading) throws IOException {
    boolean any = false;
    for (FieldSpec field : spec.fields()) {
      any |= field.compared() && reading.found().containsKey(field.field().name());
    }
    if (!any) {
      throw new IOException(
          file
              + ": no column of the spec is in it. Its first line must name the columns, with comma,"
              + " semicolon, tab or bar between them; it was read as "
              + reading.columns().size()
              + " column(s) between "
              + reading.separator()
              + "s: "
              + shortened(reading.columns()));
    }
    for (FieldSpec field : spec.fields()) {
      Field wanted = field.field();
      boolean used = field.compared() || wanted.role() == Role.KEY || !looked;
      if (used && !reading.found().containsKey(wanted.name())) {
        warnings.add(
            "%s: no column for '%s' (looked for %s); %s"
                .formatted(
                    file,
                    wanted.name(),
                    String.join(", ", wanted.columns()),
                    wanted.role() == Role.KEY
                        ? "its rows are numbered from 1"
                        : field.compared() ? "it is not compared" : "it stays empty"));
      }
    }
  }

  private static String shortened(List<String> columns) {
    String text = String.join(", ", columns.subList(0, Math.min(10, columns.size())));
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }

  /** By field the values that were written and say nothing; fields without such are left out. */
  static Map<String, Long> notUnderstood(PopulationInput input) {
    Map<String, Long> all = new LinkedHashMap<>();
    for (Field field : input.population().fields()) {
      long values = field.role() == Role.KEY ? 0 : input.population().notUnderstood(field.name());
      if (values > 0) {
        all.put(field.name(), values);
      }
    }
    return all;
  }

  /**
   * Looks at both files together.
   *
   * @throws IOException when no two rows can be brought together, whatever they hold
   */
  void checkRules(PopulationInput left, PopulationInput right) throws IOException {
    boolean numbers = false;
    for (FieldSpec field : spec.fields()) {
      Role role = field.field().role();
      boolean number = field.compared() && (role == Role.RESIDENT_ID || role == Role.ID);
      numbers |= number && has(left, field.field().name()) && has(right, field.field().name());
    }
    int alive = 0;
    for (BlockingRule rule : spec.blocking()) {
      boolean works =
          rule.parts().stream().allMatch(p -> has(left, p.field()) && has(right, p.field()));
      alive += works ? 1 : 0;
      if (!works) {
        warnings.add(
            "blocking rule '" + rule.text() + "' finds nothing: a column of it is missing");
      }
    }
    if (alive == 0 && !numbers) {
      throw new IOException(
          "no blocking rule has all its columns in both files, so that no two rows would be"
              + " compared");
    }
  }

  private static boolean has(PopulationInput input, String field) {
    return input.reading() == null || input.reading().found().containsKey(field);
  }
}
