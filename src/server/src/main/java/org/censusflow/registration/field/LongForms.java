package org.censusflow.registration.field;

/** How many households of a block answer the long form. */
public interface LongForms {

  /** Households of the block that were drawn for the long form. */
  int drawn(String censusId, String block);
}
