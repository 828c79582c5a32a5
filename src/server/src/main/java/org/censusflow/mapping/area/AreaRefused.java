package org.censusflow.mapping.area;

/**
 * What somebody asked of areas, blocks or assignments and may not be done; says why in Chinese.
 * Whoever follows a boundary change may refuse it as well.
 */
public class AreaRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AreaRefused(String message) {
    super(message);
  }
}
