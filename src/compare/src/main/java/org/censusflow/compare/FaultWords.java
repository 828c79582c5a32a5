package org.censusflow.compare;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong, in one line for whoever started the command. */
final class FaultWords {

  private FaultWords() {}

  static String words(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or folder";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": may not be read or written by this user";
    }
    if (e instanceof FileSystemException other) {
      return other.getFile() + ": " + (other.getReason() == null ? "failed" : other.getReason());
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  static String words(OutOfMemoryError e) {
    return "out of memory (%d MB may be used): start java with a larger -Xmx, or give the blocking"
            .formatted(Runtime.getRuntime().maxMemory() >> 20)
        + " rules a further part, so that fewer pairs are compared";
  }

  /** A fault of the program itself: nothing that the user did. */
  static String words(RuntimeException e) {
    StackTraceElement[] trace = e.getStackTrace();
    return "fault of the program, please report it with the spec: "
        + e.getClass().getSimpleName()
        + (e.getMessage() == null ? "" : " (" + e.getMessage().lines().findFirst().orElse("") + ")")
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
