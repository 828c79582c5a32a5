package org.censusflow.linkage;

import java.util.ArrayList;
import java.util.List;

/** All rows of a district in one numbering: the census first, then one register after the other. */
final class DistrictRows {

  final CensusRows census;
  final List<RegisterRows> registers = new ArrayList<>();
  final int size;

  DistrictRows(CensusRows census, List<Register> all) {
    this.census = census;
    int offset = census.rows.size();
    for (Register register : all) {
      registers.add(new RegisterRows(register, offset));
      offset = Math.addExact(offset, register.rows().size());
    }
    size = offset;
  }

  boolean ofCensus(int node) {
    return node < census.rows.size();
  }

  /** The register that a row's number lies in. */
  RegisterRows register(int node) {
    for (int i = registers.size() - 1; i >= 0; i--) {
      if (node >= registers.get(i).offset) {
        return registers.get(i);
      }
    }
    throw new IllegalArgumentException("row " + node + " is of the census");
  }

  PersonRows rows(int node) {
    return ofCensus(node) ? census : register(node);
  }

  int row(int node) {
    return ofCensus(node) ? node : node - register(node).offset;
  }
}
