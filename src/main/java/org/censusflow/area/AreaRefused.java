package org.censusflow.area;

/** What somebody asked of areas, blocks or assignments and may not be done; says why in Chinese. */
public class AreaRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AreaRefused(String message) {
    super(message);
  }
}
