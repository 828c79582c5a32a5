package org.censusflow.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Files with bytes flipped, parts removed or doubled and sizes lied about are read or refused, soon
 * and within little memory. A few hundred a run; {@code -Dcensusflow.mutations=10000} for more.
 */
class MutationTests {

  private static final int COUNT = Integer.getInteger("censusflow.mutations", 300);
  private static final long LONGEST_MILLIS = 5_000;

  private static final List<String> SEEDS =
      List.of(
          "02-formula-date.xlsx",
          "04-strict.xlsx",
          "06-hidden-first.xlsx",
          "07b-two-row-head.xlsx",
          "08-x000D.xlsx",
          "14-blank-rows.csv",
          "17-cr-only.csv",
          "19-mysql.csv",
          "21-keys-big5.csv",
          "23-html.xls");

  @Test
  void noFileBringsTheReaderDown() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String seed : SEEDS) {
      try (InputStream in = MutationTests.class.getResourceAsStream("/cases/" + seed)) {
        seeds.add(in.readAllBytes());
      }
    }
    seeds.add(SheetMaker.merged());
    Random random = new Random(15);
    long slowest = 0;
    for (int i = 0; i < COUNT; i++) {
      byte[] file = mutated(seeds.get(random.nextInt(seeds.size())), random);
      long begun = System.nanoTime();
      try {
        read(file);
      } catch (RuntimeException | IOException e) {
        assertThat(e).as("mutation %d", i).isInstanceOf(Unreadable.class);
        assertThat(e.getMessage()).as("mutation %d", i).isNotBlank();
      }
      slowest = Math.max(slowest, (System.nanoTime() - begun) / 1_000_000);
    }
    assertThat(slowest).isLessThan(LONGEST_MILLIS);
  }

  private static void read(byte[] file) throws IOException {
    Content content = Content.of(file);
    FileSurvey survey = FileSurvey.of(content, null);
    RecordMapping mapping = RecordMapping.ofSupply("births");
    try (FileTable table = FileTable.open(content, survey, mapping, new Notes())) {
      RecordReader reader =
          new RecordReader(
              RecordLayout.ofSupply("births"), mapping, Map.of(), table.header(), new Notes());
      while (table.next()) {
        reader.read(table);
      }
    }
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] file = seed.clone();
    int kinds = 1 + random.nextInt(3);
    for (int k = 0; k < kinds; k++) {
      int at = random.nextInt(Math.max(1, file.length));
      switch (random.nextInt(6)) {
        case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> {
          for (int i = at; i < Math.min(file.length, at + 1 + random.nextInt(16)); i++) {
            file[i] = (byte) random.nextInt();
          }
        }
        case 2 -> file = Arrays.copyOf(file, at + 1);
        case 3 -> file = without(file, at, random.nextInt(200));
        case 4 -> file = doubled(file, at, random.nextInt(200));
        default -> lie(file, random);
      }
    }
    return file;
  }

  private static byte[] without(byte[] file, int from, int length) {
    int to = Math.min(file.length, from + length);
    byte[] rest = Arrays.copyOf(file, file.length - (to - from));
    System.arraycopy(file, to, rest, from, file.length - to);
    return rest;
  }

  private static byte[] doubled(byte[] file, int from, int length) {
    int to = Math.min(file.length, from + length);
    byte[] more = Arrays.copyOf(file, file.length + (to - from));
    System.arraycopy(file, from, more, to, file.length - from);
    return more;
  }

  /** Another size or place in one of the archive's headers. */
  private static void lie(byte[] file, Random random) {
    for (int i = random.nextInt(file.length); i < file.length - 46; i++) {
      if (file[i] == 'P' && file[i + 1] == 'K') {
        int field = i + 4 + random.nextInt(40);
        for (int b = 0; b < 4; b++) {
          file[field + b] = (byte) (random.nextBoolean() ? 0xff : random.nextInt());
        }
        return;
      }
    }
  }
}
