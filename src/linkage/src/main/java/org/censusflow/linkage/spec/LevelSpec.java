package org.censusflow.linkage.spec;

/**
 * One level of agreement of a field; levels are tried in order and the first that holds counts.
 *
 * @param kind the test
 * @param at the test's parameter, 0 when it has none
 * @param label what an officer reads, in Chinese
 */
public record LevelSpec(LevelKind kind, double at, String label) {

  public static LevelSpec of(LevelKind kind, String label) {
    return new LevelSpec(kind, 0, label);
  }
}
