package org.censusflow.sample.population;

/**
 * Where a census row stands.
 *
 * @param household number of the household in the block
 * @param line the row's line in the household; 0 when it follows from the order of rows
 * @param address the address that the row gives
 */
record Place(Block block, int household, int line, Address address) {

  /** A household that is new in a block, with a dwelling of its own. */
  static Place newHousehold(Block block) {
    int household = block.newHousehold();
    return new Place(block, household, 0, block.dwelling(household));
  }
}
