package org.censusflow.registration.intake;

/** Puts on record, in the transaction at hand, who handed what in. */
@FunctionalInterface
public interface IntakeAudit {

  void record(String user, String district, String action, String objectType, String objectKey);
}
