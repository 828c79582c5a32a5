package org.censusflow.mapping.area;

/**
 * Where a dwelling stands.
 *
 * @param address of its building
 * @param number of the dwelling in the building
 * @param block that it lies in today
 */
public record DwellingPlace(String address, String number, String block) {}
