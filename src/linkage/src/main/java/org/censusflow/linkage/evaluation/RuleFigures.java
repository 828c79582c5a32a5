package org.censusflow.linkage.evaluation;

/**
 * What a blocking rule has brought together.
 *
 * @param rule as a spec writes it
 * @param pairs pairs that agree on it
 * @param added those of them that no rule before has found
 * @param largest rows of one side in its largest block that was compared
 * @param passedOver rows of the other side that met a block too large to compare; they were
 *     compared by a finer key, the rule with one more field
 */
public record RuleFigures(String rule, long pairs, long added, long largest, long passedOver) {}
