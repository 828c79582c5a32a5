package org.censusflow.registration.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.censusflow.registration.form.Check;
import org.censusflow.registration.form.Checks;

/**
 * Reads a CSV file (RFC 4180) in constant memory, whatever stands in it: a record that is longer
 * than any form can be is passed over to the next line break and reported.
 *
 * <p>Separators and quotes are single bytes that never stand within a character of UTF-8 or GB
 * 18030, so records are split before they are decoded.
 */
final class CsvForms implements RecordSource {

  static final int LONGEST = 64 * 1024;
  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private final Charset charset;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] field = new byte[LONGEST + 1];
  private final List<String> header;
  private int at;
  private int end;
  private int givenBack = -1;
  private int length;
  private int recordBytes;
  private boolean undecodable;
  private long line;

  CsvForms(Path file, Charset charset) throws IOException {
    this.in = Files.newInputStream(file);
    this.charset = charset;
    skipMark();
    Row first = next();
    if (first != null && first.fault() != null) {
      in.close();
      throw new IntakeRefused("CF-E822 第 1 行（表头）无法读取，请确认文件是 CSV 格式、编码与所选一致。");
    }
    this.header = first == null ? List.of() : first.fields();
  }

  private void skipMark() throws IOException {
    end = Math.max(0, in.readNBytes(buffer, 0, BUFFER));
    if (end >= 3
        && buffer[0] == (byte) 0xef
        && buffer[1] == (byte) 0xbb
        && buffer[2] == (byte) 0xbf) {
      at = 3;
    }
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Row next() throws IOException {
    Row row = read();
    while (row != null
        && row.fault() == null
        && row.fields().size() == 1
        && row.fields().get(0).isBlank()) {
      line--;
      row = read();
    }
    return row;
  }

  private Row read() throws IOException {
    int b = take();
    if (b < 0) {
      return null;
    }
    line++;
    recordBytes = 0;
    undecodable = false;
    List<String> fields = new ArrayList<>(header == null ? 16 : header.size());
    while (true) {
      length = 0;
      if (b == '"') {
        if (!quoted()) {
          return fault(Checks.TOO_LONG);
        }
        b = take();
      }
      while (b != ',' && b != '\n' && b != '\r' && b >= 0) {
        if (!keep(b)) {
          skipLine();
          return fault(Checks.TOO_LONG);
        }
        b = take();
      }
      fields.add(text());
      if (b != ',') {
        break;
      }
      b = take();
    }
    if (b == '\r') {
      int after = take();
      if (after != '\n') {
        givenBack = after;
      }
    }
    return undecodable ? fault(Checks.NOT_TEXT) : new Row(line, fields, null);
  }

  /** Reads up to the closing quote; false when there is none within the longest record. */
  private boolean quoted() throws IOException {
    while (true) {
      int b = take();
      if (b == '"') {
        int after = take();
        if (after != '"') {
          givenBack = after;
          return true;
        }
      }
      if (b < 0) {
        return false;
      }
      if (!keep(b)) {
        skipLine();
        return false;
      }
    }
  }

  private boolean keep(int b) {
    if (++recordBytes > LONGEST) {
      return false;
    }
    field[length++] = (byte) b;
    return true;
  }

  private void skipLine() throws IOException {
    int b = take();
    while (b >= 0 && b != '\n') {
      b = take();
    }
  }

  private Row fault(Check check) {
    return new Row(line, List.of(), check);
  }

  private String text() {
    if (length == 0) {
      return "";
    }
    for (int i = 0; i < length; i++) {
      if (field[i] < 0) {
        String decoded = new String(field, 0, length, charset);
        undecodable |= decoded.indexOf('\ufffd') >= 0 && !holdsReplacement();
        return decoded.strip();
      }
    }
    return new String(field, 0, length, StandardCharsets.ISO_8859_1).strip();
  }

  /** Whether the replacement character stands in the file itself, left there by another program. */
  private boolean holdsReplacement() {
    return StandardCharsets.UTF_8.equals(charset)
        && java.util.Arrays.equals(
            new String(field, 0, length, charset).getBytes(charset),
            java.util.Arrays.copyOf(field, length));
  }

  private int take() throws IOException {
    if (givenBack >= 0) {
      int b = givenBack;
      givenBack = -1;
      return b;
    }
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer, 0, BUFFER));
      if (end == 0) {
        return -1;
      }
    }
    return buffer[at++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
