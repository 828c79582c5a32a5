package org.censusflow.mapping.area;

/**
 * A dwelling (住房单元), by the number of its building and its own in it.
 *
 * @param households households that live there
 * @param persons persons that live there
 */
public record Dwelling(String building, String number, int households, int persons) {}
