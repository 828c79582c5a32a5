package org.censusflow.mapping.assignment;

/**
 * Somebody else works in a block from now on. Published inside the transaction of the change.
 *
 * @param block code of the block whose open tasks pass on
 * @param role whose work it is
 * @param from account that did the work so far
 * @param to account that does it now; null when nobody does yet
 */
public record WorkHandedOver(
    String censusId, String district, String block, StaffRole role, String from, String to) {}
