package org.censusflow.sample.population;

/**
 * One injected anomaly, as a line of the truth.
 *
 * @param type difference class, D01 to D12
 * @param row the census row, or null when the person has none
 * @param record the department's record, or null when no record is concerned
 * @param outcome what a visit would find
 * @param detail what was done, as key=value pairs apart by semicolons
 * @param other a second row that the detail names last, or null
 */
record InjectedDifference(
    String type,
    CensusRow row,
    SupplyRow record,
    SampleBlock block,
    String outcome,
    String detail,
    CensusRow other) {

  static final String HEADER = "class,row_id,supply,record_id,block,outcome,detail\n";

  String line() {
    return Texts.line(
        type,
        row == null ? "" : Long.toString(row.rowId),
        record == null ? "" : record.supply.key,
        record == null ? "" : record.recordId,
        block.code,
        outcome,
        other == null ? detail : detail + other.rowId);
  }
}
