package org.censusflow.linkage.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a CSV file in parts on several threads.
 *
 * <p>Every part takes the next line break for the end of a row, which is wrong when a cut falls
 * into a quoted value. It is right for all parts exactly when each ends where the next begins;
 * otherwise the file is read again as one part, so that the result never depends on where the cuts
 * fell.
 */
final class CsvFile {

  private static final int PART = 1 << 20;
  private static final int MOST_PARTS = 512;

  /** How many of the first bytes tell how long a row is. */
  private static final int SAMPLE = 1 << 14;

  private final ByteSource source;
  private final List<Field> fields;
  private final Workers workers;
  private int bytesARow;

  CsvFile(ByteSource source, List<Field> fields, Workers workers) {
    this.source = source;
    this.fields = fields;
    this.workers = workers;
  }

  PopulationInput read() throws IOException {
    byte[] head = new byte[(int) Math.min(1 << 20, source.length())];
    source.read(0, head, 0, head.length);
    CsvDialect dialect = CsvDialect.of(head, head.length);
    Header header = new Header(dialect.columns(), fields);
    bytesARow = bytesARow(head, dialect.bodyStart());
    long body = source.length() - dialect.bodyStart();
    int count = (int) Math.max(1, Math.min(MOST_PARTS, (body + PART - 1) / PART));
    List<CsvPart> parts = read(dialect, header, count);
    for (int i = 0; i < parts.size() - 1; i++) {
      if (parts.get(i).behindLastRow() != parts.get(i + 1).firstRow()) {
        return joined(List.of(whole(dialect, header)), dialect, header);
      }
    }
    return joined(parts, dialect, header);
  }

  /** The usual length of a row, a little less so that a part's columns seldom have to grow. */
  private static int bytesARow(byte[] head, int from) {
    int to = Math.min(head.length, from + SAMPLE);
    int rows = 1;
    for (int i = from; i < to; i++) {
      rows += head[i] == '\n' ? 1 : 0;
    }
    return Math.max(1, (to - from) * 31 / 32 / rows);
  }

  private List<CsvPart> read(CsvDialect dialect, Header header, int count) {
    CsvPart[] parts = new CsvPart[count];
    long start = dialect.bodyStart();
    long body = source.length() - start;
    ThreadLocal<byte[]> buffers = ThreadLocal.withInitial(() -> new byte[PART + 8192]);
    workers.run(
        count,
        i -> {
          CsvPart part =
              new CsvPart(
                  source,
                  dialect,
                  header,
                  fields,
                  (int) (body / count / bytesARow) + 1,
                  buffers.get());
          try {
            part.read(start + body * i / count, start + body * (i + 1) / count, i == 0);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          buffers.set(part.release());
          parts[i] = part;
        });
    return List.of(parts);
  }

  private CsvPart whole(CsvDialect dialect, Header header) throws IOException {
    long size = source.length();
    if (size > Integer.MAX_VALUE - (1 << 21)) {
      throw new IOException("a file with quotes across its parts may have 2 GB at most");
    }
    CsvPart part =
        new CsvPart(source, dialect, header, fields, (int) (size / bytesARow) + 1, new byte[0]);
    part.read(dialect.bodyStart(), size, true);
    part.release();
    return part;
  }

  private PopulationInput joined(List<CsvPart> parts, CsvDialect dialect, Header header) {
    List<RejectedRow> rejected = new ArrayList<>();
    long line = 1;
    for (CsvPart part : parts) {
      for (RejectedRow row : part.rejected()) {
        rejected.add(new RejectedRow(row.line() + line, row.reason()));
      }
      line += part.lines();
    }
    return new PopulationInput(
        Population.Builder.join(parts.stream().map(CsvPart::rows).toList(), workers),
        rejected,
        header.reading("UTF-8", dialect.separatorInWords()));
  }
}
