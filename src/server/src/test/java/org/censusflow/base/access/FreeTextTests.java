package org.censusflow.base.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number of a person in what staff write in their own words. */
class FreeTextTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "身份证11010519491231002X",
        "身份证 11010519491231002x，已核对",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "110105-1949-1231-002-X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "110105194912310021",
        "号码350205199003220986。",
        "证号：340524800101001",
        "340524 800101 001",
        "99440524188001010014"
      })
  void identityNumbersAreFoundHoweverTheyAreWritten(String text) {
    assertThat(FreeText.fault("依据", text)).get().asString().startsWith("“依据”里有公民身份号码，");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "电话13800000000",
        "电话：１３８００００００００",
        "+86 138 0000 0000",
        "+8613800000000",
        "0086-13800000000",
        "138-0000-0000",
        "138 0000 0000",
        "1380000 0000",
        "1 3 8 0 0 0 0 0 0 0 0",
        "联系19912345678或者来办公室"
      })
  void mobileNumbersAreFoundHoweverTheyAreWritten(String text) {
    assertThat(FreeText.fault("说明", text)).get().asString().startsWith("“说明”里有手机号码，");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "入户见到本人并核对户口簿",
        "350205001001001",
        "小区 350205001001001、350205103002015 和 350205001001003 返工",
        "350205001001001 350205001001002 350205001001003",
        "350205001001001\n350205001001002\n350205001001003",
        "建筑物 3502050010010010，3502050010010011",
        "2020-11-01 08:30 至 2020-11-10 20:00 去过三次",
        "20201101 20201110",
        "国统字〔2019〕24号",
        "厦海普办〔2020〕第20201101号",
        "XH-haicang-2020",
        "总额 15000000000 元，其中 13800000000元",
        "13912345678人",
        "举报电话 12340、0592-6051234",
        "人数 1500 2000 345",
        "91350200MA2XXXXX12",
        "1、2、3、4、5、6、7、8、9、10、11",
        "第 1 3 5 户",
        "交易流水 20201101123456789012",
        "192.168.100.200",
        "3.1415926535897932384"
      })
  void datesCodesAmountsAndOfficesNumbersPass(String text) {
    assertThat(FreeText.fault("说明", text)).isEmpty();
  }

  @Test
  void bothAreNamedInOneSentenceAndNeitherIsRepeated() {
    String text = "入户见到张三，电话13800000000，身份证350205199003220986";

    assertThat(FreeText.fault("依据", text))
        .get()
        .asString()
        .contains("公民身份号码和手机号码")
        .doesNotContain("138", "3502");
  }
}
