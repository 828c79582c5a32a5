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
        "99440524188001010014",
        "一一〇一〇五一九四九一二三一〇〇二X",
        "壹壹零壹零伍壹玖肆玖壹贰叁壹零零贰Ｘ",
        "一1零1〇5壹9四9一2叁1００二x",
        "110105*1949*12*31*00*2X",
        "110105：19491231：002×",
        "1一01〇5壹玖肆玖一二叁1零零2X",
        "①①0①0⑤①⑨④⑨①②③①00②X",
        "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X",
        "港澳台居民居住证810000199408230021",
        "830000 19851011 0023"
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
        "联系19912345678或者来办公室",
        "电话一三八零零零零零零零零",
        "幺三八〇〇〇〇〇〇〇〇",
        "壹叁捌零零零零零零零零",
        "138零零零零〇〇〇〇",
        "一三八，零零零零，零零零零",
        "138*0000*0000",
        "138。0000。0000",
        "13-800-000-000",
        "1380|0000|000",
        "013800000000",
        "1️⃣3️⃣8️⃣00000000",
        "13800000000户主本人",
        "电话13800000000人在外地"
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
        "3.1415926535897932384",
        "国统字〔2020〕12号",
        "二〇二〇年十一月一日零时至二〇二〇年十一月十五日",
        "国统字〔二〇二〇〕十二号第一、三、五、八条",
        "一、二、三、四、五、六、七、八、九、十、十一",
        "一是摸底，二是登记，三是复查；共 1380 户、一三五组 8 户",
        "壹佰叁拾捌亿零肆佰万元整",
        "0592-6051234转8001，0592-6051234-8001",
        "咨询电话 6051234，传真 0592-6051235",
        "2020-11-01 08:30、2020-11-02 09:00、2020-11-03 14:15 三次入户",
        "小区 350205001001001：三户",
        "[\"350205001001001\",\"350205001001002\"]",
        "地址 192.168.10.123",
        "13800000000 户次",
        "护照于 20201101 核对，居住证 2020-11-01 核对",
        "通行证问题请打电话 6051234",
        "居住证 1234567 张、护照 12345678 本",
        "附件H 2020-11-01",
        "G324 国道、E3 栋、M12 门、H2.5 条",
        "车牌闽D12345",
        "编号 FJB202011010001"
      })
  void datesCodesAmountsAndOfficesNumbersPass(String text) {
    assertThat(FreeText.fault("说明", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "护照E12345678",
        "持 EA1234567 入境",
        "e１２３４５６７８",
        "G 1234 5678",
        "护照号：AB1234567",
        "外国护照 123456789",
        "SE1234567",
        "港澳居民来往内地通行证H12345678",
        "M1234567801",
        "H一二三四五六七八",
        "H-1234-5678",
        "台胞证12345678",
        "台湾居民来往大陆通行证（号码）：01234567",
        "台胞证零一二三四五六七",
        "台胞证一张，号 0123 4567",
        "往来台湾通行证 T12345678",
        "永久居留证 CAN110078021211",
        "911124198108030024",
        "935840 19810803 0024"
      })
  void passportsAndPermitsAreFoundHoweverTheyAreWritten(String text) {
    assertThat(FreeText.fault("依据", text)).get().asString().startsWith("“依据”里有护照、通行证或者居留证号码，请删去");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1 ", "一、", "E1", "护照", "138-", "电话"})
  void aTextWithoutEndIsReadToItsEnd(String piece) {
    assertThat(FreeText.fault("依据", piece.repeat(300_000) + "，电话 13800000000")).isPresent();
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
