package org.censusflow.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.censusflow.linkage.Link;
import org.censusflow.linkage.Verdict;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Workers;

/** Writes links as CSV: both keys, verdict, posterior, whether it is a copy, evidence. */
public final class LinkFile {

  private static final String HEADER = "left_id,right_id,verdict,posterior,copy,evidence\n";
  private static final byte[] MATCH = ",match,".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REVIEW = ",review,".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] YES = ",yes,".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO = ",no,".getBytes(StandardCharsets.US_ASCII);
  private static final int RANGE = 1 << 14;

  private final Function<Link, String> summary;
  private final Map<Long, byte[]> tails = new HashMap<>();
  private byte[] buffer = new byte[RANGE * 70];
  private int filled;
  private final Map<Long, byte[]> sureTails = new HashMap<>();

  private long lastSure = -1;
  private byte[] lastSureTail;

  private LinkFile(Function<Link, String> summary) {
    this.summary = summary;
  }

  /** Writes all links, in their order; ranges of them are made ready and written side by side. */
  public static void write(
      Path file,
      List<Link> all,
      Function<Link, String> summary,
      Population left,
      Population right,
      Workers workers)
      throws IOException {
    try (NewFile target = new NewFile(file)) {
      writeWhole(target.path(), all, summary, left, right, workers);
      target.keep();
    }
  }

  private static void writeWhole(
      Path file,
      List<Link> all,
      Function<Link, String> summary,
      Population left,
      Population right,
      Workers workers)
      throws IOException {
    int ranges = (all.size() + RANGE - 1) / RANGE;
    ThreadLocal<LinkFile> own = ThreadLocal.withInitial(() -> new LinkFile(summary));
    try (OrderedFile out = new OrderedFile(file, HEADER.getBytes(StandardCharsets.UTF_8))) {
      workers.run(
          ranges,
          i -> {
            int from = i * RANGE;
            LinkFile lines = own.get();
            out.append(
                i,
                () -> {
                  lines.filled = 0;
                  lines.addAll(all.subList(from, Math.min(all.size(), from + RANGE)), left, right);
                  return ByteBuffer.wrap(lines.buffer, 0, lines.filled);
                });
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void addAll(List<Link> links, Population left, Population right) {
    for (Link link : links) {
      add(link, left, right);
    }
  }

  private void add(Link link, Population left, Population right) {
    addKey(left, link.left());
    reserve(1);
    buffer[filled++] = ',';
    addKey(right, link.right());
    boolean sure = link.posterior() == 1 && link.verdict() == Verdict.MATCH && !link.copy();
    if (!sure) {
      add(tail(link));
      return;
    }
    // Most links rest on the same pattern as the one before.
    if (link.pattern() != lastSure) {
      lastSure = link.pattern();
      lastSureTail = sureTails.computeIfAbsent(lastSure, pattern -> tail(link));
    }
    add(lastSureTail);
  }

  private void addKey(Population rows, int row) {
    reserve(rows.keyLength(row));
    int from = filled;
    filled = rows.copyKey(row, buffer, filled);
    for (int i = from; i < filled; i++) {
      byte b = buffer[i];
      if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        quote(from);
        return;
      }
    }
  }

  private void quote(int from) {
    byte[] raw = Arrays.copyOfRange(buffer, from, filled);
    reserve(raw.length + 2);
    filled = from;
    buffer[filled++] = '"';
    for (byte b : raw) {
      if (b == '"') {
        buffer[filled++] = '"';
      }
      buffer[filled++] = b;
    }
    buffer[filled++] = '"';
  }

  private byte[] tail(Link link) {
    // Reviews of one pattern may differ by what is known of the household.
    byte[] evidence =
        link.verdict() == Verdict.REVIEW
            ? evidence(link)
            : tails.computeIfAbsent(link.pattern(), pattern -> evidence(link));
    byte[] middle = middle(link);
    byte[] tail = Arrays.copyOf(middle, middle.length + evidence.length);
    System.arraycopy(evidence, 0, tail, middle.length, evidence.length);
    return tail;
  }

  private void add(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, filled, bytes.length);
    filled += bytes.length;
  }

  private void reserve(int more) {
    if (filled + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2 + more);
    }
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
    return (summary.apply(link) + '\n').getBytes(StandardCharsets.UTF_8);
  }
}
