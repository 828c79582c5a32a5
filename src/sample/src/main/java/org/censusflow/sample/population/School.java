package org.censusflow.sample.population;

/** A school; the boarders of a middle school live in its dormitory, six to a room. */
final class School {

  final String name;
  final SampleBlock block;
  private int boarders;
  private int household;

  School(String name, SampleBlock block) {
    this.name = name;
    this.block = block;
  }

  String address() {
    return block.prefix + "学校";
  }

  /** A bed in the dormitory: household number, line and address. */
  RowPlace bed() {
    int line = boarders % 6;
    if (line == 0) {
      household = block.newHousehold();
    }
    return new RowPlace(block, household, line + 1, block.dormitory(boarders++ / 6));
  }
}
