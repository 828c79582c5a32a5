package org.censusflow.sample.population;

/**
 * What is wrong between a census row and its household register record; kinds apart by a plus sign.
 */
record PairError(CensusRow row, SupplyRow record, String kind) {

  static final String HEADER = "left_id,right_id,kind\n";

  String line() {
    return row.rowId + "," + record.recordId + "," + kind + "\n";
  }
}
