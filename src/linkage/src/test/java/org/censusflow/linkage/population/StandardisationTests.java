package org.censusflow.linkage.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardisationTests {

  private static Population one(Role role, String... values) {
    Population.Builder builder = Population.builder(List.of(Field.of("f", role)));
    for (String value : values) {
      builder.add(value);
    }
    return builder.build();
  }

  private static boolean same(Role role, String a, String b) {
    Population both = one(role, a, b);
    return both.column("f").key(0) == both.column("f").key(1) && !both.column("f").missing(0);
  }

  @ParameterizedTest
  @CsvSource({
    "张伟, 张 伟",
    "张伟, 張偉",
    "买买提·艾力, 买买提艾力",
    "买买提·艾力, 买买提•艾力",
    "买买提·艾力, 买买提．艾力",
    "买买提·艾力, 买买提˙艾力",
    "买买提·艾力, 买买提⸱艾力",
    "买买提·艾力, 买买提▪艾力",
    "买买提·艾力, 买买提-艾力",
    "买买提·艾力, 买买提—艾力",
    "王伟, 王\u202d伟\u202c",
    "王伟, 王\u00ad伟",
    "王芳, 王芳（曾用名王小芳）",
    "'O''BRIEN MARY', o'brien  mary",
    "𠮷田, 𠮷 田"
  })
  void writtenFormsOfOneNameAreOne(String a, String b) {
    assertThat(same(Role.NAME, a, b)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"张伟, 张炜", "𠮷田, 吉田", "王芳芳, 王芳", "阿卜杜热合曼, 阿卜杜热合"})
  void differentNamesStayDifferent(String a, String b) {
    assertThat(same(Role.NAME, a, b)).isFalse();
  }

  @Test
  void namesOfAnyLengthComeBackAsText() {
    Population names = one(Role.NAME, "张伟", "阿卜杜热合曼·买买提", "𠮷田", "", "未取名", "欧阳娜娜");
    assertThat(names.text("f", 0)).isEqualTo("张伟");
    assertThat(names.text("f", 1)).isEqualTo("阿卜杜热合曼买买提");
    assertThat(names.text("f", 2)).isEqualTo("𠮷田");
    assertThat(names.column("f").missing(3)).isTrue();
    assertThat(names.column("f").missing(4)).isTrue();
    assertThat(names.text("f", 5)).isEqualTo("欧阳娜娜");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-11-01, 20201101",
    "20201101, 20201101",
    "2020/11/1, 20201101",
    "2020年11月1日, 20201101",
    "1.11.2020, 20201101",
    "２０２０-11-01, 20201101",
    "2020-11, 20201100",
    "202011, 20201100",
    "2020, 20200000",
    "19081309, 19081309",
    "unknown, 0",
    "民国109年11月1日, 20201101",
    "109年11月1日, 0",
    "20-1-5, 0",
    "44136, 0",
    "2020 0 5, 20200000",
    "5 0 2020, 20200000",
    "2020-11-01 00:00:00, 20201101"
  })
  void datesAreReadInAllCommonForms(String text, int expected) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Dates.parse(utf8, 0, utf8.length)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "海沧区海沧街道滨湖北路123号8幢2单元501室, 滨湖北路123号8-2-501",
    "滨湖北路１２３号８幢２单元５０１室, 滨湖北路123号8幢2单元0501",
    "福建省厦门市海沧区滨湖北路12号, 滨湖北路12号",
    "'12 High Street, Flat 3', 12 HIGH STREET FLAT 3"
  })
  void writtenFormsOfOneAddressAreOne(String a, String b) {
    assertThat(same(Role.ADDRESS, a, b)).isTrue();
  }

  @Test
  void abbreviatedAddressIsRecognised() {
    Population two = one(Role.ADDRESS, "滨湖北路123号8幢2单元501室", "滨湖北路123号501室", "滨湖北路123号502室");
    AddressColumn address = (AddressColumn) two.column("f");
    assertThat(AddressColumn.abbreviates(address.numbers(0), address.numbers(1))).isTrue();
    assertThat(AddressColumn.abbreviates(address.numbers(0), address.numbers(2))).isFalse();
    assertThat(address.entrance(0)).isEqualTo(address.entrance(2)).isNotZero();
  }

  @ParameterizedTest
  @CsvSource({"3.50205E+17", "3.5e+17", "不详", "000000"})
  void aRoundedNumberIsNoNumberOfADocument(String text) {
    assertThat(one(Role.RESIDENT_ID, text).column("f").missing(0)).isTrue();
    assertThat(one(Role.ID, text).column("f").missing(0)).isTrue();
  }

  @Test
  void aDateOutOfThreeColumnsKeepsThePlaceOfAnEmptyOne() {
    Field date = new Field("f", Role.DATE, List.of("y+m+d"));
    Header header = new Header(List.of("y", "m", "d"), List.of(date));
    assertThat(header.values(List.of("1980", "", "5"))).containsExactly("1980 0 5");
    assertThat(header.values(List.of("", "", ""))).containsExactly("");
  }

  @Test
  void valuesThatSayNothingAreCounted() {
    Population rows = one(Role.DATE, "2020-01-01", "soon", "", "05-JAN-2020");
    assertThat(rows.notUnderstood("f")).isEqualTo(2);
  }
}
