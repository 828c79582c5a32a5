package org.censusflow.registration.answers;

/** Numbers that households of a block have on lists beside the registrations. */
public interface ListedNumbers {

  /** The highest number on the block's list; 0 without a list. */
  int highest(String censusId, String block);
}
