package org.censusflow.linkage.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTests {

  private static final List<Field> TEXTS =
      List.of(Field.of("id", Role.KEY), Field.of("name", Role.KEY), Field.of("note", Role.KEY));

  @TempDir private Path folder;

  private PopulationInput read(byte[] bytes, List<Field> fields) throws IOException {
    Path file = folder.resolve("rows.csv");
    Files.write(file, bytes);
    return PopulationFiles.readCsv(file, fields, new Workers(2));
  }

  private PopulationInput read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), TEXTS);
  }

  @Test
  void quotesLineBreaksAndSeparatorsWithinValuesAreKept() throws IOException {
    Population rows =
        read("id,name,note\r\n1,\"张,伟\",\"a \"\"b\"\"\nc\"\r\n2,李四,\r\n").population();
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.text("name", 0)).isEqualTo("张,伟");
    assertThat(rows.text("note", 0)).isEqualTo("a \"b\"\nc");
    assertThat(rows.text("name", 1)).isEqualTo("李四");
  }

  @Test
  void byteOrderMarkSemicolonsAndAMissingLastLineBreakAreUnderstood() throws IOException {
    Population rows = read("\uFEFFid;name;note\n1;张伟;x\n2;李四;y").population();
    assertThat(rows.size()).isEqualTo(2);
    assertThat(rows.key(1)).isEqualTo("2");
  }

  @Test
  void gb18030IsRecognised() throws IOException {
    byte[] bytes = "id,name,note\n1,张伟,䶮\n".getBytes(Charset.forName("GB18030"));
    Population rows = read(bytes, TEXTS).population();
    assertThat(rows.text("name", 0)).isEqualTo("张伟");
    assertThat(rows.text("note", 0)).isEqualTo("䶮");
  }

  @Test
  void rowsWithTooManyValuesAreRejectedWithTheirLine() throws IOException {
    PopulationInput input =
        read("id,name,note\n1,a,b\n2,a\n\n3,\"x\ny\",b\n4,a,b,c\n5,a,b\n6,a,b,,\n,,\n");
    assertThat(input.population().size()).isEqualTo(5);
    assertThat(input.population().text("note", 1)).isEmpty();
    assertThat(input.rejected()).containsExactly(new RejectedRow(7, "expected 3 values, found 4"));
  }

  @Test
  void theHeadOnceMoreIsNobody() throws IOException {
    PopulationInput input = read("id,name,note\n1,a,b\nid,name,note\nid,a,b\n");
    assertThat(input.population().size()).isEqualTo(2);
    assertThat(input.rejected()).isEmpty();
  }

  @Test
  void oneBadByteIsNoOtherEncoding() throws IOException {
    byte[] bytes = "id,name,note\n1,张伟,a\n2,李x,样例路\n".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 'x' ? (byte) 0xe4 : bytes[i];
    }
    assertThat(read(bytes, TEXTS).population().text("name", 0)).isEqualTo("张伟");
  }

  @Test
  void aQuoteThatIsNeverClosedCostsOneRow() throws IOException {
    PopulationInput input = read("id,name,note\n1,a,b\n2,\"a,b\n3,a,b\n4,a,b\n");
    assertThat(input.population().size()).isEqualTo(3);
    assertThat(input.rejected()).hasSize(1);
    assertThat(input.rejected().get(0).line()).isEqualTo(3);
  }

  @Test
  void anEmptyFileIsAnEmptyPopulation() throws IOException {
    assertThat(read("").population().size()).isZero();
    assertThat(read("id,name,note\n").population().size()).isZero();
  }

  @Test
  void partsOfALargeFileGiveWhatOneReaderGives() throws IOException {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder("id,name,note\n");
    for (int i = 0; text.length() < 9_000_000; i++) {
      String note = random.nextInt(50) == 0 ? "\"x\ny,\"\"z\"\" " + i + "\"" : "plain" + i;
      text.append(i).append(",张").append(random.nextInt(100)).append(',').append(note).append('\n');
    }
    Population rows = read(text.toString()).population();
    List<String> expected = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(folder.resolve("rows.csv"))) {
      csv.stream().skip(1).forEach(row -> expected.add(row.getField(0) + row.getField(2)));
    }
    assertThat(rows.size()).isEqualTo(expected.size());
    for (int i = 0; i < rows.size(); i += 97) {
      assertThat(rows.key(i) + rows.text("note", i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void noFileBringsTheReaderDown() {
    Random random = new Random(5);
    String alphabet = "\",\n\r;张a1 \u0000\t";
    List<Field> fields = new ArrayList<>();
    for (Role role : Role.values()) {
      fields.add(new Field(role.name(), role, List.of("#1", "#2")));
    }
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? "a,b\n" : "");
      for (int i = random.nextInt(200); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      for (int i = 0; round % 3 == 0 && i < bytes.length; i += 7) {
        bytes[i] = (byte) random.nextInt();
      }
      assertThatCode(() -> read(bytes, fields)).as("round %d", round).doesNotThrowAnyException();
    }
  }
}
