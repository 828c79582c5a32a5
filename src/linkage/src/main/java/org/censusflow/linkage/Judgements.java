package org.censusflow.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people have decided, by the rows of this run; of two decisions on a pair the last counts.
 */
final class Judgements {

  private final Map<Long, Boolean> same = new LinkedHashMap<>();

  /** Decisions whose row or record is not part of the run say nothing here. */
  Judgements(DistrictRows district, List<PersonVerdict> verdicts) {
    Map<String, Integer> rows = new HashMap<>();
    Map<RegisterReference, List<Integer>> records = new HashMap<>();
    for (PersonVerdict verdict : verdicts) {
      rows.put(verdict.censusRow(), -1);
      records.put(verdict.register(), new ArrayList<>());
    }
    if (!verdicts.isEmpty()) {
      findRows(district, rows);
      findRecords(district, records);
    }
    for (PersonVerdict verdict : verdicts) {
      int row = rows.get(verdict.censusRow());
      for (int node : row < 0 ? List.<Integer>of() : records.get(verdict.register())) {
        same.put(pair(row, node), verdict.same());
      }
    }
  }

  private static void findRows(DistrictRows district, Map<String, Integer> rows) {
    for (int row = 0; row < district.census.rows.size(); row++) {
      rows.replace(district.census.rows.key(row), row);
    }
  }

  private static void findRecords(
      DistrictRows district, Map<RegisterReference, List<Integer>> records) {
    for (RegisterRows register : district.registers) {
      String supply = register.register.supply();
      if (records.keySet().stream().anyMatch(r -> r.supply().equals(supply))) {
        for (int row = 0; row < register.rows.size(); row++) {
          List<Integer> nodes = records.get(new RegisterReference(supply, register.rows.key(row)));
          if (nodes != null) {
            nodes.add(register.offset + row);
          }
        }
      }
    }
  }

  /**
   * Keeps apart and joins what people have said; to be done before the comparison joins anything.
   */
  void applyTo(Persons persons) {
    same.forEach(
        (pair, one) -> {
          if (!one) {
            persons.different((int) (pair >> 32), pair.intValue());
          }
        });
    same.forEach(
        (pair, one) -> {
          if (one) {
            persons.same((int) (pair >> 32), pair.intValue());
          }
        });
  }

  /** Whether people have decided about a pair. */
  boolean decided(int censusRow, int node) {
    return same.containsKey(pair(censusRow, node));
  }

  boolean saySame(int censusRow, int node) {
    return Boolean.TRUE.equals(same.get(pair(censusRow, node)));
  }

  boolean sayDifferent(int censusRow, int node) {
    return Boolean.FALSE.equals(same.get(pair(censusRow, node)));
  }

  private static long pair(int censusRow, int node) {
    return (long) censusRow << 32 | node;
  }
}
