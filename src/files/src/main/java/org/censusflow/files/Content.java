package org.censusflow.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody handed in, wherever it is kept: it can be read from its beginning again. */
@FunctionalInterface
public interface Content {

  /**
   * Opens it from its beginning.
   *
   * @throws java.nio.file.NoSuchFileException when it is gone
   */
  InputStream open() throws IOException;

  /** Where it lies on the disk; null when it is kept elsewhere. */
  default Path path() {
    return null;
  }

  /** A file on the disk. */
  static Content of(Path file) {
    return new Content() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public Path path() {
        return file;
      }
    };
  }

  /** A file in memory. */
  static Content of(byte[] file) {
    return () -> new ByteArrayInputStream(file);
  }
}
