package org.censusflow.files;

/** A file that cannot be read as a spreadsheet. Nothing of its content is quoted. */
public class UnreadableSpreadsheet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Fault {
    /** An archive that holds something else. */
    NO_SPREADSHEET,
    /** Larger than what is unpacked: another format has to carry it. */
    TOO_LARGE,
    DAMAGED
  }

  private final Fault fault;

  /** The cause is left out: it may quote the file. */
  UnreadableSpreadsheet(Fault fault) {
    super(fault.name());
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
