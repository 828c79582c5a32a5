package org.censusflow.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text files as the programs of offices write them. */
class TextTableTests {

  private static final Charset GBK = Charset.forName("GBK");

  private static final String ROW = "1,A001,样例甲,男,2020-03-01,样例乙,,样例路1号";

  @ParameterizedTest
  @ValueSource(strings = {"16-sep-line.csv", "17-cr-only.csv"})
  void separatorsAndLineEndsAreFoundOut(String file) throws IOException {
    assertThat(Read.births(file).only().address()).isEqualTo("样例路1号");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE,UTF-16",
    "UTF-16BE,UTF-16",
    "UTF-16,UTF-16",
    "GBK,GBK",
    "GB18030,GBK",
    "UTF-8,UTF-8"
  })
  void encodingsAreFoundOut(String written, String said) throws IOException {
    Read read = Read.births(Charset.forName(written), ROW);
    assertThat(read.only().name()).isEqualTo("样例甲");
    assertThat(read.survey().encodingName()).isEqualTo(said);
  }

  @Test
  void unicodeTextOfExcelIsTabsInUtf16() throws IOException {
    byte[] file =
        ("\ufeff编号\t出生证号\t婴儿姓名\t性别\t出生时间\t产妇姓名\t产妇身份证号\t住址\r\n" + ROW.replace(',', '\t') + "\r\n")
            .getBytes(StandardCharsets.UTF_16LE);
    assertThat(Read.births(file).only().relatedName()).isEqualTo("样例乙");
  }

  @Test
  void rowsOfSeparatorsOnlyAreNoRecords() throws IOException {
    Read read = Read.births("14-blank-rows.csv");
    assertThat(read.only().name()).isEqualTo("样例甲");
    assertThat(read.notes()).containsExactly("空行不计：20 行");
  }

  @Test
  void cellsMissingAtTheEndAreEmptyAndTooManyAreAFault() throws IOException {
    Read read = Read.births("15-ragged.csv");
    assertThat(read.records()).extracting(PersonRecord::relatedName).containsExactly("样例乙", "样例丁");
    assertThat(Read.birth(ROW + ",,").only().name()).isEqualTo("样例甲");
    assertThat(Read.birth(ROW + ",x").rejects()).containsExactly("2 列数与表头不一致（应为 8 列，本行 9 列）");
  }

  @Test
  void digitsKeptFromASpreadsheetByAFormulaAreRead() throws IOException {
    Read read = Read.births("18-text-formula.csv");
    assertThat(read.only().relatedId()).isEqualTo("350205199001010010");
    assertThat(read.notes()).contains("含 NULL、\\N、=\"…\" 等写法的单元格按其含义读取：1 行");
    assertThat(Read.birth("1,A001,甲,男,2020-03-01,乙,=\"350205199001010010\",路").only().relatedId())
        .isEqualTo("350205199001010010");
  }

  @Test
  void whatDatabasesWriteForNothingIsNothing() throws IOException {
    Read read = Read.births("19-mysql.csv");
    PersonRecord first = read.records().get(0);
    assertThat(first.relatedName()).isNull();
    assertThat(first.relatedId()).isNull();
    assertThat(first.address()).isEqualTo("样例路\"1\"号");
    assertThat(read.rejects()).containsExactly("3 姓名和证件号码不能都为空");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NULL", "null", "(null)", "[NULL]", "<null>", "\\N", "None", "NaN"})
  void everyMarkForNothingIsEmpty(String mark) throws IOException {
    assertThat(
            Read.birth("1,A001,样例甲,男,2020-03-01," + mark + "," + mark + ",样例路1号")
                .only()
                .relatedId())
        .isNull();
  }

  @Test
  void aSecondHeadIsToldAndNoRecord() throws IOException {
    Read read = Read.births("20-second-header.csv");
    assertThat(read.records()).extracting(PersonRecord::recordId).containsExactly("1", "2");
    assertThat(read.notes()).containsExactly("第 3 行重复了表头，不计");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1, \"A,001\",样例甲,男,2020-03-01,样例乙,,路|分隔符与引号之间有空格",
        "1,'A,001','样例甲',男,2020-03-01,样例乙,,路|单引号",
        "1,\"A001,样例甲,男,2020-03-01,样例乙,,路|引号没有成对"
      })
  void quotesOfOtherKindsAreCalledByTheirName(String row, String said) throws IOException {
    Read read = Read.births(StandardCharsets.UTF_8, row, ROW.replace("1,A001", "2,A002"));
    assertThat(read.records()).extracting(PersonRecord::recordId).containsExactly("2");
    assertThat(read.rejects()).singleElement().asString().startsWith("2 ").contains(said);
  }

  @Test
  void quotesWithinAndAroundAndBreaksInTheHead() throws IOException {
    assertThat(Read.birth("1,A001,样例甲,男,2020-03-01,样例乙,,样例\"大\"路1号").only().address())
        .isEqualTo("样例\"大\"路1号");
    assertThat(Read.birth("'1','A001','样例甲','男','2020-03-01','样例乙','','路'").only().name())
        .isEqualTo("样例甲");
    byte[] file =
        ("编号*,出生证号,\"婴儿\n姓名\",性 别,\"出生时间\n(年月日)\",产妇姓名,产妇身份证号,住址\n" + ROW + "\n")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(Read.births(file).only().birthDate()).isEqualTo(LocalDate.of(2020, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"21-keys-big5.csv"})
  void textInAnotherEncodingIsInDoubtUntilItIsNamed(String file) throws IOException {
    assertThatThrownBy(() -> Read.births(file))
        .isInstanceOf(Unreadable.class)
        .hasMessageContainingAll("编码存疑", "encoding");
    byte[] bytes = Read.class.getResourceAsStream("/cases/" + file).readAllBytes();
    assertThat(Read.of("births", bytes, "Big5").only().name()).isEqualTo("陳大文");
  }

  @Test
  void textThatWasReadWronglyAndSavedIsInDoubt() {
    String row = "1,A001,样例甲,1,2020-03-01,样例乙,,样例路1号";
    String keys =
        "record_id,certificate_no,name,sex,birth_date,mother_name,mother_id_number,address\n";
    for (Charset wrong : new Charset[] {StandardCharsets.ISO_8859_1, GBK}) {
      String mojibake = new String((row + "\n").getBytes(StandardCharsets.UTF_8), wrong);
      assertThatThrownBy(() -> Read.births((keys + mojibake).getBytes(StandardCharsets.UTF_8)))
          .as(wrong.name())
          .isInstanceOf(Unreadable.class)
          .hasMessageContaining("编码存疑");
    }
    byte[] korean =
        (keys + row.replace("样例甲", "김철수").replace("样例乙", "박영희").replace("样例路", "서울특별시"))
            .getBytes(Charset.forName("EUC-KR"));
    assertThatThrownBy(() -> Read.births(korean)).hasMessageContaining("编码存疑");
  }

  @Test
  void lostCharactersAreNoName() throws IOException {
    assertThat(Read.births("22-kuntakao.csv").rejects()).containsExactly("2 “name”含有无法识别的字符");
  }

  @Test
  void oneBadByteCostsItsRowAndNeverTheEncoding() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write("编号,出生证号,婴儿姓名,性别,出生时间,产妇姓名,产妇身份证号,住址\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 2_000; i++) {
      // Even numbers of bytes beyond ASCII, which GBK would accept too.
      file.write((i + ",A,样例,男,2020-03-01,样例,,样例路号\n").getBytes(StandardCharsets.UTF_8));
    }
    file.write("x,A,样".getBytes(StandardCharsets.UTF_8));
    file.write(0xe4);
    file.write("例,男,2020-03-01,样例,,样例路号\n".getBytes(StandardCharsets.UTF_8));
    Read read = Read.births(file.toByteArray());
    assertThat(read.survey().encodingName()).isEqualTo("UTF-8");
    assertThat(read.records()).hasSize(2_000);
    assertThat(read.rejects()).containsExactly("2002 “name”含有无法识别的字符");
  }

  @Test
  void aLineOfTenMegabytesIsPassedOverAndTheNextIsARow() throws IOException {
    Read read = Read.births(StandardCharsets.UTF_8, "1,\"" + "x".repeat(10 << 20), ROW);
    assertThat(read.records()).hasSize(1);
    assertThat(read.rejects()).singleElement().asString().startsWith("2 一行超过 64 KB");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html><body><table><tr><td>编号|网页",
        "  <!DOCTYPE html><p>|网页",
        "<table border=1><tr>|网页",
        "<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>|XML 表格",
        "%PDF-1.7|PDF",
        "{\"rows\":[]}|JSON",
        "[{\"a\":1}]|JSON"
      })
  void whatIsNoTableIsCalledByItsName(String text, String name) {
    assertThatThrownBy(() -> Read.births(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(name);
  }

  @Test
  void aProtectedFileIsNotTakenForAnOldOne() throws IOException {
    byte[] old = new byte[2_048];
    System.arraycopy(
        new byte[] {
          (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
        },
        0,
        old,
        0,
        8);
    assertThatThrownBy(() -> Read.births(old)).hasMessageContaining(".xls");
    byte[] sealed = java.util.Arrays.copyOf(old, 200_000);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    // Across the border of two reads.
    System.arraycopy(name, 0, sealed, (1 << 16) - 9, name.length);
    assertThatThrownBy(() -> Read.births(sealed)).hasMessageContaining("密码");
    assertThatThrownBy(() -> Read.births("23-html.xls")).hasMessageContaining("网页");
  }

  @Test
  void noiseIsNoText() {
    byte[] noise = new byte[50_000];
    new Random(3).nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == 0 ? 1 : noise[i];
    }
    assertThatThrownBy(() -> Read.births(noise)).hasMessageContainingAll("UTF-8", "GB 18030");
  }

  @Test
  void whatGoesOutRunsNowhereAndComesInAgainAsItWas() throws IOException {
    String[] values = {
      "=1+1", "+样例路1号", "-1", "@样例乙", "350205199001010010", "A001", "", "'x'", "\"y\"", "12"
    };
    String line = CsvLine.of(java.util.List.of(values));
    assertThat(line).startsWith("'=1+1,'+样例路1号,'-1,'@样例乙,'350205199001010010,A001,");
    byte[] file = ("a,b,c,d,e,f,g,h,i,j\n" + line + "\n").getBytes(StandardCharsets.UTF_8);
    Content content = Content.of(file);
    try (FileTable table =
        FileTable.open(content, FileSurvey.of(content, null), ColumnNames.ANY, new Notes())) {
      assertThat(table.next()).isTrue();
      assertThat(table.cells())
          .containsExactly(
              "=1+1", "+样例路1号", "-1", "@样例乙", "350205199001010010", "A001", "", "x", "y", "12");
    }
  }

  @Test
  void sumsAndSignaturesBelowTheTableAreNoRecords() throws IOException {
    Read read = Read.births(StandardCharsets.UTF_8, ROW, "合计,1,,,,,,", "制表人：样例,,,,审核人：样例");
    assertThat(read.only().name()).isEqualTo("样例甲");
    assertThat(read.notes()).contains("第 3、4 行是合计、签名或备注，不计");
  }
}
