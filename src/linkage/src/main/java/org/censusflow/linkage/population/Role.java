package org.censusflow.linkage.population;

/**
 * What a column means to the comparison; the role decides how its values are standardised and
 * stored.
 */
public enum Role {
  /** The row's own key, kept as written; never compared. */
  KEY,
  /** Resident identity number (GB 11643-1999): 15 digits become 18, the check digit is verified. */
  RESIDENT_ID,
  /** Any other identifying number or mark; equal or not. */
  ID,
  /** A person's name, Chinese or of any other script. */
  NAME,
  /** A calendar date; day or month may be unknown. */
  DATE,
  /** Sex by GB/T 2261.1, letters or words. */
  SEX,
  /** A postal address: street name and numbers. */
  ADDRESS,
  /** Free text, compared by similarity. */
  TEXT,
  /** A decimal number. */
  NUMBER,
  /** A code out of a list: equal or not. */
  CODE
}
