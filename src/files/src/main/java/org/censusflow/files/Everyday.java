package org.censusflow.files;

/**
 * Tells text from bytes that merely happen to be valid in an encoding (Big5 or Korean read as GBK,
 * UTF-8 read as Latin-1 or GBK and saved so). The commonest characters of names and addresses make
 * up a third and more of any register; of text read wrongly, some hundredth.
 */
final class Everyday {

  /** Enough to be sure, and soon read. */
  private static final int LOOKED_AT = 1 << 20;

  /** So few characters say nothing. */
  private static final int LEAST = 6;

  private static final int SHARE = 12;

  private static final String COMMON =
      "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁任沈姚卢姜崔钟谭"
          + "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤洪庄"
          + "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文志海春生荣德成宇婷雪欣怡梓涵子轩浩然佳丹小大美"
          + "爱云飞凤辉鹏波斌玲燕慧俊晓永光新安民东南西北中山水月天福祥庆长立家世正学少先良友仁义忠"
          + "男女性汉族壮回满苗维吾尔身份证号姓名出生日期住址户主关系省市区县镇乡村街道路巷弄里组栋楼室单元社居委会园花城"
          + "厦门沧湖滨新阳嵩屿州福建厂公司有限学校小初一二三四五六七八九十年级班年月日上下前后不无未已正常注销本人配偶父母子孙媳婿其他样例甲乙丙丁"
          + "張陳劉黃趙吳孫馬鄭許鄧馮韓蕭蔣蘇葉盧鍾譚陸賈鄒龍陶賀顧龔錢嚴區縣鎮鄉門國華號樓戶屬關學職業園東廣灣興義寶禮麗偉軍強傑";

  private static final long[] IS_COMMON = new long[1 << 10];

  static {
    for (int i = 0; i < COMMON.length(); i++) {
      char c = COMMON.charAt(i);
      IS_COMMON[c >> 6] |= 1L << (c & 63);
    }
  }

  private int looked;
  private int counted;
  private int common;
  private boolean headPassed;
  private char before;

  /** Counts on, from the second line; a head may be right where the rows are not. */
  void add(char[] text, int length) {
    for (int i = 0; i < length && looked < LOOKED_AT; i++, looked++) {
      char c = text[i];
      if (!headPassed) {
        headPassed = c == '\n' || c == '\r';
      } else if (c >= 0x80 && (before >= 0x80 || i + 1 < length && text[i + 1] >= 0x80)) {
        counted += isLetterOf(c) ? 1 : 0;
        common += (IS_COMMON[c >> 6] & 1L << (c & 63)) != 0 ? 1 : 0;
      }
      before = c;
    }
  }

  /** Punctuation, other scripts that are written in runs and marks say nothing. */
  private static boolean isLetterOf(char c) {
    return !(c >= 0x2000 && c < 0x3041
        || c >= 0xff00
        || c >= 0xac00 && c < 0xd800
        || c >= 0x0600 && c < 0x1100
        || c == '·'
        || c == '\u00a0');
  }

  /** Whether text of some length has hardly any of them. */
  boolean missing() {
    return counted >= LEAST && common * SHARE < counted;
  }
}
