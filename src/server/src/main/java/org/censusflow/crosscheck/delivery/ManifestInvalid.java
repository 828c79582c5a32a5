package org.censusflow.crosscheck.delivery;

/** A manifest or a call that is not well-formed. The message is Chinese. */
class ManifestInvalid extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ManifestInvalid(String message) {
    super(message);
  }
}
