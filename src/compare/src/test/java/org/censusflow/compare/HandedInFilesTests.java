package org.censusflow.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Files as offices hand them in, through the command line of the linker. */
class HandedInFilesTests {

  private static final String HEADER = "record_id,name,id_number,sex,birth_date,address";
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Some hundred persons who stand in both files, so that weights mean something. */
  private static List<String> crowd(String side, int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name =
          "王李张刘陈杨黄赵".charAt(i % 8) + "" + (char) (0x4e00 + i * 7) + (char) (0x5e00 + i * 3);
      String birth = "%d-%02d-%02d".formatted(1930 + i * 7 % 85, 1 + i % 12, 1 + i * 5 % 28);
      rows.add(side + i + "," + name + ",," + (1 + i % 2) + "," + birth + ",滨湖路" + i + "号");
    }
    return rows;
  }

  private Path file(String name, Charset charset, String head, List<String> rows)
      throws IOException {
    String text = head + "\n" + String.join("\n", rows) + "\n";
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  /** Compares the crowd and, behind it, one row a side, and returns the links of those. */
  private List<String> compared(List<String> left, List<String> right) throws IOException {
    List<String> a = new ArrayList<>(crowd("l", 600));
    List<String> b = new ArrayList<>(crowd("r", 600));
    a.addAll(left);
    b.addAll(right);
    Path links = folder.resolve("links.csv");
    int exit =
        run(
            "--left",
            file("left.csv", StandardCharsets.UTF_8, HEADER, a),
            "--right",
            file("right.csv", StandardCharsets.UTF_8, HEADER, b),
            "--out",
            links,
            "--json");
    assertThat(exit).isZero();
    return Files.readAllLines(links).stream().filter(line -> line.contains("x")).toList();
  }

  private int run(Object... args) {
    String[] texts = Stream.of(args).map(Object::toString).toArray(String[]::new);
    return new CommandLine(new CompareCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(texts);
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "买买提˙艾力", "买买提⸱艾力", "买买提▪艾力", "买买提-艾力", "买买提—艾力", "买买提•艾力", "买买提・艾力", "买买提．艾力", "买买提 艾力",
    "买买提艾力"
  })
  void everyDotBetweenThePartsOfANameIsOne(String written) throws IOException {
    assertThat(
            compared(
                List.of("xl,买买提·艾力,,1,1980-05-06,样例路9号"),
                List.of("xr," + written + ",,1,1980-05-06,样例路9号")))
        .singleElement()
        .asString()
        .startsWith("xl,xr,match,")
        .contains("各项有值的相同");
  }

  @ParameterizedTest
  @CsvSource({"艾力·买买提,买买提·艾力", "欧阳某,阳欧某", "SMITH JOHN,John Smith"})
  void partsExchangedAreSeenAndNamed(String one, String other) throws IOException {
    assertThat(
            compared(
                List.of("xl," + one + ",,1,1980-05-06,样例路9号"),
                List.of("xr," + other + ",,1,1980-05-06,样例路9号")))
        .singleElement()
        .asString()
        .startsWith("xl,xr,")
        .contains("姓名用字相同、次序不同");
  }

  @Test
  void whoseFormerNameIsTheOthersIsSeen() throws IOException {
    assertThat(
            compared(
                List.of("xl,陈某（曾用名陈三）,,1,1980-05-06,样例路9号"), List.of("xr,陈三,,1,1980-05-06,样例路9号")))
        .singleElement()
        .asString()
        .startsWith("xl,xr,");
  }

  @Test
  void marksForNothingAreNoName() throws IOException {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    String[] marks = {"NULL", "null", "#N/A", "N/A", "-", "—", "无", "不详", "\\N"};
    for (int i = 0; i < 50; i++) {
      String mark = marks[i % marks.length];
      left.add("xl" + i + "," + mark + "," + mark + ",1,1980-05-06," + mark);
      right.add("xr" + i + "," + mark + "," + mark + ",1,1980-05-06," + mark);
    }
    assertThat(compared(left, right)).noneMatch(line -> line.contains(",match,"));
    assertThat(out.toString()).doesNotContain("NaN", "Infinity");
  }

  @ParameterizedTest
  @CsvSource({"1900-01-01", "1970-01-01"})
  void nothingRestsOnADefaultDate(String day) throws IOException {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      String number = i % 2 == 0 ? "" : "N" + i;
      left.add(
          "xl" + i + ",某" + (char) (0x4e00 + i) + "," + number + ",1," + day + ",甲路" + i + "号");
      right.add(
          "xr"
              + i
              + ",某"
              + (char) (0x4e00 + 5_000 + i)
              + ","
              + number
              + ",1,"
              + day
              + ",乙路"
              + i
              + "号");
    }
    assertThat(compared(left, right))
        .filteredOn(line -> line.contains(",match,"))
        .hasSize(2_500)
        .allMatch(line -> line.matches("xl(\\d*[13579]),xr\\1,match,.*"));
  }

  @ParameterizedTest
  @CsvSource({"GBK", "UTF-16", "UTF-8"})
  void encodingsTitlesAndSeparatorsAreFoundOut(String charset) throws IOException {
    List<String> rows = crowd("l", 600).stream().map(row -> row.replace(',', ';')).toList();
    Path left =
        file("left.csv", Charset.forName(charset), "sep=;\n" + HEADER.replace(',', ';'), rows);
    Path right = file("right.csv", GBK, "海沧区人员表\n" + HEADER, crowd("r", 600));
    assertThat(run("--left", left, "--right", right, "--json")).isZero();
    assertThat(report().path("leftRows").asInt()).isEqualTo(600);
    assertThat(report().path("links").asInt()).isEqualTo(600);
    assertThat(err.toString()).contains("right.csv: 表头在第 2 行，上面的标题行不计");
  }

  @Test
  void whatIsNoTableIsCalledByItsName() throws IOException {
    Path page =
        Files.writeString(folder.resolve("a.xls"), "<html><table><tr><td>姓名</td></tr></table>");
    assertThat(run("--left", page, "--right", page)).isEqualTo(1);
    assertThat(err.toString()).contains("网页");
  }

  @Test
  void digitsKeptFromASpreadsheetAreNumbers() throws IOException {
    List<String> left = new ArrayList<>(crowd("l", 50));
    left.add("xl,甲乙,=\"11010519491231002X\",1,1949-12-31,样例路1号");
    List<String> right = new ArrayList<>(crowd("r", 50));
    right.add("xr,丙丁,\u202d11010519491231002×\u202c,1,1949-12-31,样例路2号");
    assertThat(
            run(
                "--left", file("left.csv", StandardCharsets.UTF_8, HEADER, left),
                "--right", file("right.csv", StandardCharsets.UTF_8, HEADER, right),
                "--out", folder.resolve("links.csv")))
        .isZero();
    assertThat(Files.readString(folder.resolve("links.csv"))).contains("xl,xr,");
  }

  @Test
  void numbersOfRealPeopleWhoseCheckDigitDoesNotHoldStillPair() throws IOException {
    String[] numbers = {
      "460100197705084318", "460021196408105120", "110108199611240188", "412722197505093546"
    };
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      left.add("xl" + i + ",甲" + i + "," + numbers[i] + ",1,1980-05-06,甲路" + i + "号");
      right.add("xr" + i + ",乙" + i + "," + numbers[i] + ",1,1980-05-06,乙路" + i + "号");
    }
    assertThat(compared(left, right)).hasSize(4).allMatch(line -> line.matches("xl(\\d),xr\\1,.*"));
  }

  @Test
  void aDormitoryOfThousandsIsComparedByNumbersAndNames() throws IOException {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String rest =
          (char) (0x4e00 + i % 200 * 37)
              + ""
              + (char) (0x5e00 + i / 7)
              + ","
              + (i % 3 == 0 ? "" : "N" + i)
              + ",1,%d-%02d-%02d,海沧区样例路1号样例厂宿舍".formatted(1965 + i % 37, 1 + i % 12, 1 + i % 28);
      left.add("xl" + i + "," + rest);
      right.add("xr" + i + "," + rest);
    }
    long begun = System.nanoTime();
    assertThat(compared(left, right).stream().filter(line -> line.contains(",match,")))
        .hasSize(10_000);
    assertThat((System.nanoTime() - begun) / 1_000_000_000).isLessThan(60);
  }
}
