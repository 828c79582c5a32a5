package org.censusflow.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, names and dates of persons as they are written down. */
class PersonValueTests {

  @Test
  void whatNobodySeesOrMistakesIsNoPartOfANumber() throws IOException {
    Read read = Read.births("26-invisible-id.csv");
    assertThat(read.records())
        .extracting(PersonRecord::relatedId)
        .containsExactly(
            "350205199001010010", "11010519491231002X", "11010519491231002X", "350205199001010010");
    assertThat(read.notes()).anyMatch(note -> note.endsWith("转为标准写法：4 行"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "身份证号：11010519491231002x|11010519491231002X",
        "110105-19491231-002X|11010519491231002X",
        "1101051949123l002X|11010519491231002X",
        "11O1O519491231OO2X|11010519491231002X",
        "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X|11010519491231002X",
        "460100197705084318|460100197705084318",
        "810000199001010019|810000199001010019",
        "11010519491231002Ⅹ|11010519491231002X",
        "E12345678|E12345678",
        "е12345678|Е12345678",
        "H1234567(8)|H1234567(8)",
        "12345678|12345678",
        "HA-1234567|HA-1234567"
      })
  void numbersOfAllDocuments(String written, String read) {
    List<String> faults = new ArrayList<>();
    String expected = read.replace('Е', 'E');
    assertThat(WrittenNumbers.read(written, "证件", faults, new Notes())).isEqualTo(expected);
    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20200301153000|2020-03-01",
        "202003011530|2020-03-01",
        "20200301 153000|2020-03-01",
        "2020-03-01T15:30:00.000+08:00|2020-03-01",
        "2020-02-29T16:00:00Z|2020-03-01",
        "2020-02-29T16:00:00.000+0000|2020-03-01",
        "1988-04-17 00:00:00.0|1988-04-17",
        "1940-06-01|1940-06-01",
        "2020年元月1日|2020-01-01",
        "二〇二〇年元月一日|2020-01-01",
        "二零二零年十二月二十五日|2020-12-25",
        "一九九〇年十月廿一日|1990-10-21",
        "民国79年1月2日|1990-01-02",
        "中华民国七十九年一月二日|1990-01-02",
        "民國109.11.1|2020-11-01",
        "民国元年1月1日|1912-01-01",
        "民79年1月2日|1990-01-02",
        "二O二O年三月一日|2020-03-01",
        "贰零贰零年壹拾壹月零壹日|2020-11-01",
        "20200301T153000|2020-03-01",
        "2020/11/1|2020-11-01",
        "2020.11.1.|2020-11-01",
        "２０２０年１１月１日|2020-11-01",
        "2020 年 11 月 1 日|2020-11-01"
      })
  void datesAsTheyAreWritten(String written, LocalDate day) {
    assertThat(WrittenDates.read(written)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-568108800000|计算机时间戳",
        "1583020800000|计算机时间戳",
        "1583020800|计算机时间戳",
        "43891|天数",
        "2020-13-01|不是日历上有的日期",
        "1900-01-00|不是日历上有的日期",
        "1900-02-29|不是日历上有的日期",
        "20200301253000|不是日期",
        "2020年3月|缺少月或日",
        "农历二〇二〇年正月初一|农历",
        "03/01/2020|年份在前",
        "20-3-1|年份在前",
        "不详|不是日期"
      })
  void whatIsNoDateIsToldBy(String written, String fault) {
    List<String> faults = new ArrayList<>();
    assertThat(WrittenDates.read(written, "出生日期", faults)).isNull();
    assertThat(faults).singleElement().asString().startsWith("“出生日期”").contains(fault);
  }

  @Test
  void aMaskedNumberIsNone() {
    Notes notes = new Notes();
    assertThat(WrittenNumbers.read("350205********0010", "证件", new ArrayList<>(), notes)).isNull();
    assertThat(notes.all()).containsExactly("“证件”是遮盖过的号码，按空值保存：1 行");
  }

  @Test
  void compactTimestampsOfHospitals() throws IOException {
    assertThat(Read.births("25-compact-timestamps.csv").only().birthDate())
        .isEqualTo(LocalDate.of(2020, 3, 1));
  }

  @Test
  void aDefaultDateIsNoneUnlessTheNumberSaysIt() throws IOException {
    String head = "编号,姓名,身份证号,性别,出生日期,联系地址,单位名称\n";
    byte[] file =
        (head + "1,样例甲,,1,1900-01-01,样例路1号,样例厂\n2,样例乙,350205190001010014,1,1900-01-01,样例路1号,样例厂\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Read read = Read.of("taxpayers", file);
    assertThat(read.records())
        .extracting(PersonRecord::birthDate)
        .containsExactly(null, LocalDate.of(1900, 1, 1));
    assertThat(read.notes()).containsExactly("“birth_date”为系统默认值（1900-01-01），按空值保存：1 行");
  }

  @Test
  void marksWithoutWidthAreNoPartOfAName() throws IOException {
    PersonRecord born =
        Read.birth("1,A001,\u202d样\u00ad例甲\u202c,男,2020-03-01,样例\u200b乙,,样例路1号").only();
    assertThat(born.name()).isEqualTo("样例甲");
    assertThat(born.relatedName()).isEqualTo("样例乙");
  }
}
