package org.censusflow.linkage.matching;

import java.util.Arrays;
import java.util.List;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.FieldSpec;

/**
 * Compares two rows field by field. The outcome, the agreement pattern, is one number in a
 * mixed-radix code: the level of field i is the i-th digit.
 */
final class RowComparer {

  private static final int BATCH = 1024;

  private final FieldComparator[] fields;
  private final long[] unit;
  private final int idField;

  RowComparer(ComparisonSpec spec, Population left, Population right) {
    List<FieldSpec> compared = spec.fields().stream().filter(FieldSpec::compared).toList();
    fields =
        compared.stream()
            .map(field -> new FieldComparator(field, left, right))
            .toArray(FieldComparator[]::new);
    unit = new long[fields.length + 1];
    unit[0] = 1;
    int id = -1;
    for (int i = 0; i < fields.length; i++) {
      unit[i + 1] = Math.multiplyExact(unit[i], fields[i].differs() + 1);
      Role role = compared.get(i).field().role();
      id = id < 0 && (role == Role.RESIDENT_ID || role == Role.ID) ? i : id;
    }
    idField = id;
  }

  long pattern(int left, int right) {
    long pattern = 0;
    for (int i = 0; i < fields.length; i++) {
      pattern += fields[i].level(left, right) * unit[i];
    }
    return pattern;
  }

  /**
   * Patterns of several pairs. A field at a time: the processor then waits for many rows at once
   * instead of one after the other.
   */
  void patterns(int[] left, int[] right, int pairs, long[] out) {
    long[] a = new long[Math.min(pairs, BATCH)];
    long[] b = new long[a.length];
    for (int from = 0; from < pairs; from += BATCH) {
      int to = Math.min(pairs, from + BATCH);
      Arrays.fill(out, from, to, 0);
      for (int i = 0; i < fields.length; i++) {
        fields[i].addLevels(left, right, from, to, a, b, unit[i], out);
      }
    }
  }

  int level(long pattern, int field) {
    return (int) (pattern / unit[field] % (fields[field].differs() + 1));
  }

  /** The pattern with one field's level put to "missing". */
  long without(long pattern, int field) {
    return pattern - level(pattern, field) * unit[field];
  }

  /** Whether two trusted numbers differ and no name is equal: two persons, whatever else agrees. */
  boolean contradicts(long pattern) {
    if (idField < 0 || level(pattern, idField) != fields[idField].differs()) {
      return false;
    }
    return fields[idField].spec().field().role() == Role.RESIDENT_ID && nameDiffers(pattern);
  }

  /** Whether both rows have a name and no name is equal. */
  boolean nameDiffers(long pattern) {
    boolean differs = false;
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].spec().field().role() == Role.NAME && level(pattern, i) > 0) {
        if (level(pattern, i) == 1) {
          return false;
        }
        differs = true;
      }
    }
    return differs;
  }

  int size() {
    return fields.length;
  }

  FieldComparator field(int i) {
    return fields[i];
  }

  /** The compared field of a name, or -1. */
  int named(String name) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].spec().field().name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The first field of a role, or -1. */
  int first(Role role) {
    for (int i = 0; i < fields.length; i++) {
      if (fields[i].spec().field().role() == role) {
        return i;
      }
    }
    return -1;
  }

  /** The first identifying field, or -1. */
  int idField() {
    return idField;
  }
}
