package org.censusflow.cli;

import java.nio.file.Path;

/** What {@code compare} is asked for; {@code null} where an option is not given. */
final class CompareOptions {
  Path left;
  Path right;
  Path dedupe;
  String spec;
  Path truth;
  Path out;
  Path saveModel;
  Path model;
  boolean json;
  int threads = Runtime.getRuntime().availableProcessors();

  /** Whether the options name two files or one, and not both. */
  boolean complete() {
    return (dedupe == null) == (left != null) && (left == null) == (right == null) && threads > 0;
  }
}
