package org.censusflow.linkage.matching;

/**
 * Whether a row of the left and a row of the right agree in one field on one level; neither value
 * is missing.
 */
@FunctionalInterface
interface LevelTest {

  boolean holds(int left, int right);
}
