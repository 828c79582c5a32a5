package org.censusflow.linkage;

/** What the comparison says of a pair that it reports; pairs below review are not reported. */
public enum Verdict {
  /** One person. */
  MATCH,
  /** A person has to look. */
  REVIEW
}
