package org.censusflow.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  @Option(
      names = "--by",
      split = ",",
      description = "fields or columns of the left by whose values expected errors are given too")
  List<String> by = List.of();

  @Option(
      names = "--max-pairs",
      description = "ends the run when blocking brings more together; default: what memory holds")
  long maxPairs;

  @Option(names = "--json", description = "prints the figures as JSON")
  boolean json;

  @Option(names = "--threads", description = "default: all processors")
  int threads = Runtime.getRuntime().availableProcessors();

  /**
   * Whether the options can be carried out together, told before any file is read.
   *
   * @throws IllegalArgumentException when they cannot
   */
  void check() throws IOException {
    if ((dedupe == null) != (left != null) || (left == null) != (right == null)) {
      throw new IllegalArgumentException("either --left and --right or --dedupe is needed");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("--threads must be 1 or more");
    }
    if (maxPairs < 0) {
      throw new IllegalArgumentException("--max-pairs must be 1 or more");
    }
    if (dedupe != null && (model != null || saveModel != null || maxPairs > 0 || !by.isEmpty())) {
      throw new IllegalArgumentException(
          "--model, --save-model, --max-pairs and --by are not for --dedupe");
    }
    Map<String, Path> written = new LinkedHashMap<>();
    written.put("--out", out);
    written.put("--save-model", saveModel);
    written.values().removeIf(Objects::isNull);
    written.forEach(NewFile::check);
    List<Path> taken =
        new ArrayList<>(Arrays.asList(left, right, dedupe, truth, model, specFile()));
    for (Map.Entry<String, Path> output : written.entrySet()) {
      NewFile.refuse(output.getKey(), output.getValue(), taken.toArray(Path[]::new));
      taken.add(output.getValue());
    }
  }

  private Path specFile() {
    return spec == null || !Files.exists(Path.of(spec)) ? null : Path.of(spec);
  }
}
