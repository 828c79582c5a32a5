package org.censusflow.gateway;

import java.nio.charset.Charset;
import java.nio.file.Path;

/** Where records come from. */
public sealed interface SourceConfig {

  /**
   * A text file.
   *
   * @param charset null when the gateway is to find out
   * @param separator 0 when the gateway is to find out
   */
  record Csv(Path file, Charset charset, char separator) implements SourceConfig {}

  /** A spreadsheet: the visible sheet whose head fits best. */
  record Xlsx(Path file) implements SourceConfig {}

  /**
   * A query.
   *
   * @param driver the driver's jar, for a database whose driver CensusFlow does not bring; or null
   */
  record Jdbc(String url, String user, String password, String query, Path driver)
      implements SourceConfig {

    /** Without the password. */
    @Override
    public String toString() {
      return "Jdbc[" + url + "]";
    }
  }
}
