package org.censusflow.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spreadsheets as the programs of offices write them. */
class WorkbookTests {

  private static final LocalDate FIRST_OF_MARCH = LocalDate.of(2020, 3, 1);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02-formula-date.xlsx",
        "03-iso-date-cell.xlsx",
        "04-strict.xlsx",
        "05-no-styles.xlsx",
        "06-hidden-first.xlsx",
        "07-title-row.xlsx",
        "07b-two-row-head.xlsx",
        "07c-explanation-row.xlsx",
        "08-x000D.xlsx",
        "09-phonetic-inline.xlsx",
        "12-workbook-name.xlsx"
      })
  void whateverProgramWroteItTheRecordIsTheSame(String file) throws IOException {
    PersonRecord born = Read.births(file).only();
    assertThat(born.recordId()).isEqualTo("1");
    assertThat(born.name()).isEqualTo("样例甲");
    assertThat(born.birthDate()).isEqualTo(FIRST_OF_MARCH);
    assertThat(born.relatedName()).isEqualTo("样例乙");
    assertThat(born.address()).isEqualTo("样例路1号");
  }

  @Test
  void whatWasPassedOverIsSaid() throws IOException {
    assertThat(Read.births("06-hidden-first.xlsx").notes()).contains("读取工作表“数据”；没有读取：字典（隐藏）");
    assertThat(Read.births("07-title-row.xlsx").notes()).contains("表头在第 2 行，上面的标题行不计");
    assertThat(Read.births("07b-two-row-head.xlsx").notes()).contains("表头占 2 行（第 1 至 2 行），合并读取");
    assertThat(Read.births("07c-explanation-row.xlsx").notes()).contains("第 2 行是填写说明，不计");
  }

  @Test
  void errorsOfFormulasAreNoValues() throws IOException {
    Read read = Read.births("10-error-cells.xlsx");
    assertThat(read.records()).isEmpty();
    assertThat(read.rejects().get(0)).startsWith("2 ").contains("name”是电子表格的错误值（#N/A）", "#REF!");
  }

  @Test
  void rowsThatDoNotSayTheirNumberAreCounted() throws IOException {
    Read read = Read.births("11-rows-without-r.xlsx");
    assertThat(read.records()).hasSize(1);
    assertThat(read.rejects()).singleElement().asString().startsWith("3 ").contains("不是日历上有的日期");
  }

  @Test
  void theDayNumberOfAnEmptyCellIsNoDay() throws IOException {
    Read read = Read.births("13-serial-zero.xlsx");
    assertThat(read.rejects()).singleElement().asString().contains("birth_date”不是日历上有的日期");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy\\-mm\\-dd|2020-03-01",
        "yyyy/m/d;@|2020-03-01",
        "[$-804]yyyy\"年\"m\"月\"d\"日\";@|2020-03-01",
        "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"|2020-03-01",
        "m/d/yy h:mm|2020-03-01",
        "dd.mm.yyyy|2020-03-01",
        "[$-404]e/m/d|2020-03-01",
        "d\\-mmm\\-yy|2020-03-01",
        "m\"月\"d\"日\"|2020-03-01",
        "[$-804]aaaa|2020-03-01",
        "General|43891",
        "G/通用格式|43891",
        "Standard|43891",
        "0.00E+00|43891",
        "#,##0_);[Red](#,##0)|43891",
        "\"d\"0|43891",
        "[h]:mm:ss|43891",
        "0000000|0043891"
      })
  void formatsTellDatesFromNumbers(String format, String read) throws IOException {
    assertThat(SheetMaker.shown("43891", format)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "43891.6458333333,2020-03-01 15:30:00",
    "43891.9999999999,2020-03-02",
    "59,1900-02-28",
    "60,1900-02-29",
    "61,1900-03-01",
    "1,1900-01-01",
    "0,1900-01-00",
    "-1,-1",
    "2958465,9999-12-31",
    "2958466,2958466",
    "1E9,1000000000",
    "x,x"
  })
  void dayNumbersAreReadAsTheSpreadsheetShowsThem(String number, String read) throws IOException {
    assertThat(SheetMaker.shown(number, "yyyy-mm-dd")).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"14", "15", "22", "31", "57", "58"})
  void formatsKnownByNumberAloneAreDates(int id) throws IOException {
    assertThat(
            SheetMaker.births("<c r='E2' s='1'><v>43891</v></c>")
                .format(id)
                .read()
                .only()
                .birthDate())
        .isEqualTo(FIRST_OF_MARCH);
  }

  @Test
  void daysOfAMacintoshCountFrom1904() throws IOException {
    assertThat(
            SheetMaker.births("<c r='E2' s='1'><v>42429</v></c>")
                .format(14)
                .since1904()
                .read()
                .only()
                .birthDate())
        .isEqualTo(FIRST_OF_MARCH);
  }

  @Test
  void longNumbersWithoutExponentAndFormulasAsTheyShow() throws IOException {
    assertThat(SheetMaker.shown("3.50205001001001E14", "0")).isEqualTo("350205001001001");
    assertThat(SheetMaker.shown("12.0", "General")).isEqualTo("12");
    assertThat(
            SheetMaker.births("<c r='E2' t='str'><f>TEXT(A1,1)</f><v>2020-03-01</v></c>")
                .read()
                .only()
                .birthDate())
        .isEqualTo(FIRST_OF_MARCH);
  }

  @Test
  void mergedCellsAreMeantForAllTheirRows() throws IOException {
    Read read = Read.births(SheetMaker.merged());
    assertThat(read.records())
        .extracting(PersonRecord::address)
        .containsExactly("样例路1号", "样例路1号", "样例路3号");
    assertThat(read.notes()).contains("合并的单元格按第一行的值读取：1 格");
  }

  @Test
  void anEscapedEscapeStaysLiteral() {
    assertThat(CellText.unescaped("a_x005F_x000D_")).isEqualTo("a_x000D_");
    assertThat(CellText.unescaped("甲_x000D_\n乙_x_")).isEqualTo("甲\r\n乙_x_");
  }

  @ParameterizedTest
  @CsvSource({
    "word/document.xml, 文档",
    "xl/workbook.bin, xlsb",
    "content.xml, OpenDocument",
    "births.csv, 压缩包"
  })
  void anArchiveOfSomethingElseIsCalledByItsName(String part, String word) throws IOException {
    assertThatThrownBy(() -> Read.births(SheetMaker.zip(part, "x")))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(word);
  }
}
