package org.censusflow.tables.disclosure;

/** Why a cell is not shown. */
public enum Reason {
  /** Fewer persons than the threshold. */
  THRESHOLD,
  /** Nobody, where that says something of everybody else. */
  ZERO,
  /** Everybody of a group is in it: what the group has, each of them has. */
  FULL,
  /** One or two contributors make nearly all of it. */
  DOMINANCE,
  /** It and a released figure differ by fewer persons than the threshold. */
  DIFFERENCE,
  /** Not sensitive; without it a sensitive cell could be computed. */
  SECONDARY
}
