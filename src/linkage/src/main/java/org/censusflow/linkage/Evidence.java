package org.censusflow.linkage;

/**
 * What one field says of a pair.
 *
 * @param field the field's name
 * @param label the level of agreement in Chinese, as an officer reads it
 * @param weight evidence in bits, {@code log2(m/u)}: positive for one person, negative against
 */
public record Evidence(String field, String label, double weight) {}
