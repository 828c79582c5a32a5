package org.censusflow.linkage.population;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads populations from files of rows. */
public final class PopulationFiles {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int SAMPLE = 1 << 18;

  /** So many characters of several bytes for each broken place, and the text is UTF-8. */
  private static final int CHARACTERS_A_FAULT = 4;

  private PopulationFiles() {}

  /** Reads a CSV file on all processors, see {@link #readCsv(Path, List, Workers)}. */
  public static PopulationInput readCsv(Path file, List<Field> fields) throws IOException {
    return readCsv(file, fields, Workers.all());
  }

  /**
   * Reads a CSV file (RFC 4180) whose first row names the columns. UTF-8, with or without a
   * byte-order mark, or GB 18030: which of them the file's first megabyte tells. Columns that no
   * field asks for are passed over; a field whose column is not there is empty in every row.
   *
   * @throws IOException when the file cannot be read
   */
  public static PopulationInput readCsv(Path file, List<Field> fields, Workers workers)
      throws IOException {
    boolean utf8 = isUtf8(file);
    try (ByteSource source = utf8 ? ByteSource.of(file) : ByteSource.of(transcoded(file))) {
      PopulationInput input = new CsvFile(source, fields, workers).read();
      return utf8
          ? input
          : new PopulationInput(
              input.population(), input.rejected(), input.reading().in(GB18030.name()));
    }
  }

  /**
   * Reads a file by what its name ends with: {@code .snapshot} a {@link Snapshot}, anything else
   * CSV.
   */
  public static PopulationInput read(Path file, List<Field> fields, Workers workers)
      throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".snapshot")) {
      Population population = Snapshot.read(file);
      for (Field field : fields) {
        if (!population.fields().contains(field)) {
          throw new IOException("the snapshot has no field '" + field.name() + "' of this spec");
        }
      }
      return new PopulationInput(population, List.of(), null);
    }
    return readCsv(file, fields, workers);
  }

  private static boolean isUtf8(Path file) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(SAMPLE);
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.wrap(head);
    CharBuffer chars = CharBuffer.allocate(head.length + 1);
    int faults = 0;
    // The sample may end within a character, hence no end of input.
    for (CoderResult result = decoder.decode(bytes, chars, false);
        result.isError();
        result = decoder.decode(bytes, chars, false)) {
      faults++;
      bytes.position(bytes.position() + result.length());
    }
    long wide = chars.flip().chars().filter(c -> c >= 0x80).count();
    return faults * CHARACTERS_A_FAULT <= wide;
  }

  private static byte[] transcoded(Path file) throws IOException {
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), GB18030)) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException("neither UTF-8 nor GB 18030", e);
    }
  }
}
