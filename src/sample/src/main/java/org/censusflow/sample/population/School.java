package org.censusflow.sample.population;

/** A school; the boarders of a middle school live in its dormitory, six to a room. */
final class School {

  final String name;
  final Block block;
  private int boarders;
  private int household;

  School(String name, Block block) {
    this.name = name;
    this.block = block;
  }

  String address() {
    return block.prefix + "学校";
  }

  /** A bed in the dormitory: household number, line and address. */
  Place bed() {
    int line = boarders % 6;
    if (line == 0) {
      household = block.newHousehold();
    }
    return new Place(block, household, line + 1, block.dormitory(boarders++ / 6));
  }
}
