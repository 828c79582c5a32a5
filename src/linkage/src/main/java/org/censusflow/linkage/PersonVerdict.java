package org.censusflow.linkage;

/**
 * What people have decided about a pair. It outranks whatever the comparison makes of the pair.
 *
 * @param censusRow key of the census row
 * @param register the record of a register
 * @param same whether both are one person
 */
public record PersonVerdict(String censusRow, RegisterReference register, boolean same) {}
