package org.censusflow.sample.population;

/**
 * Where a census row stands.
 *
 * @param household number of the household in the block
 * @param line the row's line in the household; 0 when it follows from the order of rows
 * @param address the address that the row gives
 */
record RowPlace(SampleBlock block, int household, int line, Address address) {

  /** A household that is new in a block, with a dwelling of its own. */
  static RowPlace newHousehold(SampleBlock block) {
    int household = block.newHousehold();
    return new RowPlace(block, household, 0, block.dwelling(household));
  }
}
