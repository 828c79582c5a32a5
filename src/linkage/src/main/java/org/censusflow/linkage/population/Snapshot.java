package org.censusflow.linkage.population;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A population's columns as a file, so that a register is parsed and standardised once and read
 * back in a fraction of the time.
 *
 * <p>Layout, little-endian: magic, version, fields (name, role, columns), then the columns one
 * after the other as arrays with their lengths, then the CRC-32C of everything before. A snapshot
 * holds personal data and deserves the same protection as the file that it was made from.
 */
public final class Snapshot {

  private static final int MAGIC = 0x50504643;

  /** Goes up whenever the layout or what standardisation makes of a value changes. */
  private static final int VERSION = 1;

  private Snapshot() {}

  /** Writes a snapshot; a file of that name is replaced only when the new one is complete. */
  public static void write(Population population, Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (SnapshotOutput out = new SnapshotOutput(unfinished)) {
      out.putInt(MAGIC);
      out.putInt(VERSION);
      out.putInt(population.fields().size());
      for (Field field : population.fields()) {
        out.putText(field.name());
        out.putText(field.role().name());
        out.putText(String.join("\n", field.columns()));
      }
      for (Field field : population.fields()) {
        write(population.column(field.name()), out);
      }
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(Column column, SnapshotOutput out) throws IOException {
    if (column instanceof IdColumn ids) {
      out.put(ids.packed());
    } else if (column instanceof DateColumn dates) {
      out.put(dates.values());
    } else if (column instanceof SexColumn sexes) {
      out.put(sexes.values());
    } else if (column instanceof NumberColumn numbers) {
      double[] values = numbers.values();
      long[] bits = new long[values.length];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = Double.doubleToRawLongBits(values[i]);
      }
      out.put(bits);
    } else if (column instanceof CodeColumn codes) {
      out.put(codes.values());
      out.putInt(codes.distinct().size());
      for (String code : codes.distinct()) {
        out.putText(code);
      }
    } else if (column instanceof AddressColumn addresses) {
      out.put(addresses.streets());
      out.put(addresses.allNumbers());
    } else if (column instanceof NameColumn names) {
      out.put(names.keys());
      out.put(names.overflow());
      write(names.texts(), out);
    } else if (column instanceof TextColumn texts) {
      out.put(texts.positions());
      out.putInt(texts.blobs().length);
      for (byte[] blob : texts.blobs()) {
        out.put(blob);
      }
    } else {
      throw new IllegalArgumentException("no layout for " + column.getClass());
    }
  }

  /**
   * Reads a snapshot back.
   *
   * @throws IOException when the file is damaged, of another version or no snapshot
   */
  public static Population read(Path file) throws IOException {
    try (SnapshotInput in = new SnapshotInput(file)) {
      if (in.getInt() != MAGIC) {
        throw new IOException("not a snapshot");
      }
      int version = in.getInt();
      if (version != VERSION) {
        throw new IOException("snapshot of version " + version + ", this program reads " + VERSION);
      }
      List<Field> fields = new ArrayList<>();
      for (int i = in.getInt(); i > 0; i--) {
        fields.add(
            new Field(in.getText(), Role.valueOf(in.getText()), List.of(in.getText().split("\n"))));
      }
      List<Column> columns = new ArrayList<>();
      for (Field field : fields) {
        columns.add(read(field.role(), in));
      }
      return new Population(fields, columns);
    }
  }

  private static Column read(Role role, SnapshotInput in) throws IOException {
    return switch (role) {
      case RESIDENT_ID, ID -> new IdColumn(in.getLongs());
      case DATE -> new DateColumn(in.getInts());
      case SEX -> new SexColumn(in.getBytes());
      case NUMBER -> numbers(in.getLongs());
      case CODE -> codes(in);
      case ADDRESS -> new AddressColumn(in.getInts(), in.getLongs());
      case NAME -> new NameColumn(in.getLongs(), in.getInts(), texts(in));
      case KEY, TEXT -> texts(in);
    };
  }

  private static Column numbers(long[] bits) {
    double[] values = new double[bits.length];
    for (int i = 0; i < bits.length; i++) {
      values[i] = Double.longBitsToDouble(bits[i]);
    }
    return new NumberColumn(values);
  }

  private static Column codes(SnapshotInput in) throws IOException {
    int[] values = in.getInts();
    List<String> distinct = new ArrayList<>();
    for (int i = in.getInt(); i > 0; i--) {
      distinct.add(in.getText());
    }
    return new CodeColumn(values, List.copyOf(distinct));
  }

  private static TextColumn texts(SnapshotInput in) throws IOException {
    long[] positions = in.getLongs();
    byte[][] blobs = new byte[in.getInt()][];
    for (int i = 0; i < blobs.length; i++) {
      blobs[i] = in.getBytes();
    }
    return new TextColumn(blobs, positions);
  }
}
