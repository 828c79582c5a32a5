package org.censusflow.compare;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written beside its place and put there when it is whole: whoever looks finds the
 * old file or the new one, never half of it, and what ends the program in between leaves the old.
 */
final class NewFile implements Closeable {

  private final Path place;
  private final Path unfinished;

  NewFile(Path file) throws IOException {
    place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    unfinished = place.resolveSibling("." + place.getFileName() + ".part");
    unfinished.toFile().deleteOnExit();
  }

  /** Where to write. */
  Path path() {
    return unfinished;
  }

  /** The file is whole. */
  void keep() throws IOException {
    Files.move(
        unfinished, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(unfinished);
  }

  /**
   * Whether a file can be written at all, told before the work is done.
   *
   * @throws IllegalArgumentException when it cannot, with the option's name
   */
  static void check(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String fault = null;
    if (Files.isDirectory(file)) {
      fault = "is a folder";
    } else if (folder == null || !Files.isDirectory(folder)) {
      fault = "its folder does not exist";
    } else if (!Files.isWritable(folder)) {
      fault = "its folder may not be written by this user";
    } else if (Files.exists(file) && !Files.isRegularFile(file)) {
      fault = "is a pipe or device; name a file";
    }
    if (fault != null) {
      throw new IllegalArgumentException(option + " " + file + ": " + fault);
    }
  }

  /**
   * Refuses an output that is one of the other files.
   *
   * @throws IllegalArgumentException with the option's name
   */
  static void refuse(String option, Path output, Path... others) throws IOException {
    for (Path other : others) {
      if (other != null && same(output, other)) {
        throw new IllegalArgumentException(
            option
                + " "
                + output
                + " would overwrite what is read or written under another option; name another"
                + " file");
      }
    }
  }

  private static boolean same(Path a, Path b) throws IOException {
    if (Files.exists(a) && Files.exists(b)) {
      return Files.isSameFile(a, b);
    }
    return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
  }
}
