package org.censusflow.registration.submission;

/** When a census is in the field; the phase that carries the registration out knows. */
public interface RegistrationTime {

  /** Whether the registration of a census has been opened. It stays opened when it has ended. */
  boolean opened(String censusId);

  /** Whether everything of a census is registered. What is returned to the field opens it again. */
  boolean ended(String censusId);
}
