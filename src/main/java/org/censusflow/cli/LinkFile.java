package org.censusflow.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.censusflow.comparison.Evidence;
import org.censusflow.comparison.Link;
import org.censusflow.comparison.Verdict;
import org.censusflow.comparison.population.Population;

/** Writes links as CSV: both keys, verdict, posterior, whether it is a copy, evidence. */
final class LinkFile implements AutoCloseable {

  private static final String HEADER = "left_id,right_id,verdict,posterior,copy,evidence\n";
  private static final byte[] MATCH = ",match,".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REVIEW = ",review,".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] YES = ",yes,".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO = ",no,".getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_KEY = 4097;

  private final OutputStream out;
  private final Function<Link, List<Evidence>> explain;
  private final Map<Long, byte[]> tails = new HashMap<>();
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private long lastPattern = -1;
  private byte[] lastTail = {};

  private LinkFile(Path file, Function<Link, List<Evidence>> explain) throws IOException {
    this.explain = explain;
    out = Files.newOutputStream(file);
  }

  static void write(
      Path file,
      List<Link> all,
      Function<Link, List<Evidence>> explain,
      Population left,
      Population right)
      throws IOException {
    try (LinkFile links = new LinkFile(file, explain)) {
      links.add(HEADER.getBytes(StandardCharsets.UTF_8));
      for (Link link : all) {
        links.add(link, left, right);
      }
    }
  }

  private void add(Link link, Population left, Population right) throws IOException {
    if (filled > BUFFER - 2 * LONGEST_KEY) {
      flush();
    }
    filled = left.copyKey(link.left(), buffer, filled);
    buffer[filled++] = ',';
    filled = right.copyKey(link.right(), buffer, filled);
    boolean sure = link.posterior() == 1 && link.verdict() == Verdict.MATCH && !link.copy();
    if (sure && link.pattern() == lastPattern) {
      add(lastTail);
      return;
    }
    byte[] evidence = tails.computeIfAbsent(link.pattern(), pattern -> evidence(link));
    byte[] middle = middle(link);
    byte[] tail = new byte[middle.length + evidence.length];
    System.arraycopy(middle, 0, tail, 0, middle.length);
    System.arraycopy(evidence, 0, tail, middle.length, evidence.length);
    add(tail);
    if (sure) {
      lastPattern = link.pattern();
      lastTail = tail;
    }
  }

  private void add(byte[] bytes) throws IOException {
    if (filled + bytes.length > BUFFER) {
      flush();
    }
    System.arraycopy(bytes, 0, buffer, filled, bytes.length);
    filled += bytes.length;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }

  private static byte[] middle(Link link) {
    byte[] kind = link.verdict() == Verdict.MATCH ? MATCH : REVIEW;
    byte[] copy = link.copy() ? YES : NO;
    byte[] middle = Arrays.copyOf(kind, kind.length + 6 + copy.length);
    int at = kind.length + 6;
    long tenThousandths = Math.round(link.posterior() * 10_000);
    for (int digit = 0; digit < 4; digit++) {
      middle[--at] = (byte) ('0' + tenThousandths % 10);
      tenThousandths /= 10;
    }
    middle[--at] = '.';
    middle[--at] = (byte) ('0' + tenThousandths);
    System.arraycopy(copy, 0, middle, kind.length + 6, copy.length);
    return middle;
  }

  private byte[] evidence(Link link) {
    StringJoiner labels = new StringJoiner("、", "", "\n");
    for (Evidence each : explain.apply(link)) {
      labels.add(each.label());
    }
    return labels.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
