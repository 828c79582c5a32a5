package org.censusflow.files;

/**
 * A file that cannot be read as a table. The message is Chinese, for whoever handed it in, says
 * what to do and never quotes the file; hence no cause, which might.
 */
public class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unreadable(String message) {
    super(message);
  }
}
