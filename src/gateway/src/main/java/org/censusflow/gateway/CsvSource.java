package org.censusflow.gateway;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/** A text file, RFC 4180; UTF-8 with or without a mark, or GB18030. */
final class CsvSource implements RowSource {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final char MARK = '\uFEFF';

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> rows;
  private final List<String> columns;

  private CsvSource(CsvReader<CsvRecord> reader) {
    this.reader = reader;
    this.rows = reader.iterator();
    this.columns =
        first().getFields().stream().map(it -> it.replace(String.valueOf(MARK), "")).toList();
  }

  static CsvSource open(SourceConfig.Csv config) throws IOException {
    Charset charset = config.charset() == null ? charset(config.file()) : config.charset();
    // A byte that the encoding does not know is a fault, never a question mark in a name.
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    InputStream in = new BufferedInputStream(Files.newInputStream(config.file()), 1 << 16);
    return new CsvSource(
        CsvReader.builder()
            .fieldSeparator(config.separator())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(new InputStreamReader(in, decoder)));
  }

  private CsvRecord first() {
    try {
      return rows.next();
    } catch (NoSuchElementException e) {
      throw new GatewayRefused("CF-E653 资料文件是空的，第一行应为列名。");
    } catch (CsvParseException | UncheckedIOException e) {
      throw new GatewayRefused("CF-E654 资料文件不是有效的 CSV，或编码不是所写的编码。", e);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public String[] next() {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      CsvRecord row = rows.next();
      if (row.getFieldCount() != columns.size()) {
        throw new GatewayRefused(
            "CF-E654 第 "
                + row.getStartingLineNumber()
                + " 行有 "
                + row.getFieldCount()
                + " 列，列名有 "
                + columns.size()
                + " 个。");
      }
      return row.getFields().toArray(String[]::new);
    } catch (CsvParseException | UncheckedIOException e) {
      throw new GatewayRefused("CF-E654 资料文件不是有效的 CSV，或编码不是所写的编码。", e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** UTF-8 when all of the file is; GB18030 otherwise. */
  private static Charset charset(Path file) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      int n;
      do {
        n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, n)).flip();
        CoderResult result = decoder.decode(bytes, chars, n < 0);
        if (result.isError()) {
          return GB18030;
        }
        chars.clear();
        bytes.compact();
      } while (n >= 0);
    }
    return StandardCharsets.UTF_8;
  }
}
