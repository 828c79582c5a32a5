package org.censusflow.base.districtfile;

/**
 * One thing wrong in a file.
 *
 * @param file name of the file
 * @param path where in it, e.g. {@code units[3].duties[0].clause}; may be a line number
 * @param reason what is wrong and what to do
 */
public record Fault(String file, String path, String reason) {

  @Override
  public String toString() {
    return path.isEmpty() ? file + ": " + reason : file + ": " + path + ": " + reason;
  }
}
