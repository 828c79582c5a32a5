package org.censusflow.registration.longform;

/** A household of the block will answer by itself; its visit is put off until the cut-off. */
public record SelfEnumerationChosen(String censusId, String block) {}
