package org.censusflow.crosscheck.delivery;

/**
 * A file that is not what was asked for or cannot be read at all: it goes into quarantine. The
 * message is Chinese, for the department, and never quotes the file.
 */
class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
