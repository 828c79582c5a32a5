package org.censusflow.base.operations;

import java.util.List;

/** Finds the operation of the engine's REST that a path means, wherever the REST is served. */
final class EnginePath {

  /** Where the engine's REST is served; the longer in front of what it begins with. */
  private static final List<String> SERVED =
      List.of(
          "/camunda/api/engine/engine/default",
          "/camunda/api/engine",
          "/engine-rest/engine/default",
          "/engine-rest");

  private EnginePath() {}

  /**
   * @return the path behind the one under which the REST is served, such as {@code /task/{id}};
   *     that of the web applications' own operations as it is
   */
  static String operation(String path) {
    String plain =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    for (String at : SERVED) {
      if (plain.equals(at)) {
        return "/";
      }
      if (plain.startsWith(at + "/")) {
        return plain.substring(at.length());
      }
    }
    return plain;
  }
}
