package org.censusflow.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.censusflow.comparison.ComparisonResult;
import org.censusflow.comparison.Evidence;
import org.censusflow.comparison.Link;
import org.censusflow.comparison.population.Population;

/** Writes links as CSV: both keys, verdict, posterior, whether it is a copy, evidence. */
final class LinkFile {

  private static final String HEADER = "left_id,right_id,verdict,posterior,copy,evidence\n";

  private LinkFile() {}

  static void write(Path file, ComparisonResult result, Population left, Population right)
      throws IOException {
    Map<Long, byte[]> evidence = new HashMap<>();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      for (Link link : result.links()) {
        out.write(left.key(link.left()).getBytes(StandardCharsets.UTF_8));
        out.write(',');
        out.write(right.key(link.right()).getBytes(StandardCharsets.UTF_8));
        out.write(',');
        out.write(middle(link));
        out.write(evidence.computeIfAbsent(link.pattern(), pattern -> evidence(result, link)));
      }
    }
  }

  private static byte[] middle(Link link) {
    String posterior = String.valueOf(Math.round(link.posterior() * 10_000) / 10_000.0);
    String verdict = link.verdict().name().toLowerCase(java.util.Locale.ROOT);
    return (verdict + ',' + posterior + ',' + (link.copy() ? "yes," : "no,"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] evidence(ComparisonResult result, Link link) {
    StringJoiner labels = new StringJoiner("、", "", "\n");
    for (Evidence each : result.explain(link)) {
      labels.add(each.label());
    }
    return labels.toString().getBytes(StandardCharsets.UTF_8);
  }
}
