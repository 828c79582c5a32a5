package org.censusflow.compare;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What {@code compare} is asked for; {@code null} where an option is not given. */
final class CompareOptions {

  @Option(names = "--left", description = "the census, or whatever is looked up")
  Path left;

  @Option(names = "--right", description = "the register in which it is looked up")
  Path right;

  @Option(names = "--dedupe", description = "one file, to be searched for duplicates")
  Path dedupe;

  @Option(names = "--spec", description = "YAML file or name of a built-in spec (census, febrl)")
  String spec;

  @Option(names = "--truth", description = "pairs known to be one person: left key, right key")
  Path truth;

  @Option(names = "--out", description = "file for the links with their evidence")
  Path out;

  @Option(names = "--save-model", description = "file for the learnt model, YAML")
  Path saveModel;

  @Option(names = "--model", description = "model of an earlier run, used instead of learning")
  Path model;

  @Option(names = "--json", description = "prints the figures as JSON")
  boolean json;

  @Option(names = "--threads", description = "default: all processors")
  int threads = Runtime.getRuntime().availableProcessors();

  /** Whether the options name two files or one, and not both. */
  boolean complete() {
    return (dedupe == null) == (left != null) && (left == null) == (right == null) && threads > 0;
  }
}
