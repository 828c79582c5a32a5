package org.censusflow.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.censusflow.linkage.population.ResidentId;

/** Brings identity numbers as departments write them to the eighteen characters of today. */
public final class WrittenNumbers {

  /** What a spreadsheet makes of eighteen digits: {@code 3.50205E+17}, in its own notations. */
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.]\\d+)?[eE][+]?\\d{1,2}");

  private static final Pattern DECIMALS = Pattern.compile("\\d{15,18}[.]0+");

  /** Fifteen digits of precision, then zeros. */
  private static final Pattern CUT_OFF = Pattern.compile("\\d{15}000");

  /** What the number is called, in front of it. */
  private static final Pattern LABEL =
      Pattern.compile("^(居民|公民|二代)*(身份证|身份)?(证件)?(号码|号|证号)?[:：]?(?=\\d{15})");

  private static final Pattern GROUPED = Pattern.compile("[\\dX]+([-_/.][\\dX]+)+");

  /** Letters that look like those of other alphabets, and what they are meant for. */
  private static final String LOOKS = "АВЕКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ×✕✖╳Ⅹ";

  private static final String MEANT = "ABEKMHOPCTYXABEZHIKMNOPTYXXXXXX";

  static final String SPREADSHEET_DAMAGE = "被电子表格改成了数值，末几位已丢失，无法还原：请把该列设为“文本”格式，从业务系统重新导出";

  private WrittenNumbers() {}

  /**
   * @param label what the column is called, for the faults
   * @return the number; null when there is none or when a fault was added
   */
  public static String read(String written, String label, List<String> faults, Notes notes) {
    if (written == null) {
      return null;
    }
    String text = plain(written);
    if (!isUsual(text)) {
      if (text.contains("***")) {
        notes.count("“" + label + "”是遮盖过的号码，按空值保存");
        return null;
      }
      if (SCIENTIFIC.matcher(text).matches()) {
        faults.add("“" + label + "”" + SPREADSHEET_DAMAGE);
        return null;
      }
      text = freed(text);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      long packed = ResidentId.parse(bytes, 0, bytes.length);
      if (CUT_OFF.matcher(text).matches() && !ResidentId.isValid(packed)) {
        faults.add("“" + label + "”" + SPREADSHEET_DAMAGE);
        return null;
      }
      if (text.length() == 15 && ResidentId.isResident(packed)) {
        notes.count("“" + label + "”由 15 位换算为 18 位");
        return ResidentId.format(packed);
      }
    }
    if (!text.equals(written)) {
      notes.count("“" + label + "”由全角、小写、带空格或不可见字符等写法转为标准写法");
    }
    return text;
  }

  /** A number alone, without what a form or a program put around it. */
  private static String freed(String text) {
    if (text.isEmpty()) {
      return text;
    }
    String bare = LABEL.matcher(text).replaceFirst("");
    if (DECIMALS.matcher(bare).matches()) {
      return bare.substring(0, bare.indexOf('.'));
    }
    if (GROUPED.matcher(bare).matches()) {
      String joined = bare.replaceAll("[-_/.]", "");
      return joined.length() == 18 || joined.length() == 15 ? joined : bare;
    }
    return digitsMeant(bare);
  }

  /** Letters typed for digits are read as digits where the check digit then holds. */
  private static String digitsMeant(String text) {
    if (text.length() != 18 || text.chars().limit(17).allMatch(c -> c >= '0' && c <= '9')) {
      return text;
    }
    String meant =
        text.substring(0, 17).replace('O', '0').replace('I', '1').replace('L', '1')
            + text.substring(17);
    byte[] bytes = meant.getBytes(StandardCharsets.UTF_8);
    return ResidentId.isValid(ResidentId.parse(bytes, 0, bytes.length)) ? meant : text;
  }

  /** Eighteen characters that no spreadsheet made; patterns for each of them cost too much. */
  private static boolean isUsual(String text) {
    if (text.length() != 18 || text.endsWith("000")) {
      return false;
    }
    for (int i = 0; i < 17; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** Half-width, upper case, without blanks, apostrophes and what nobody sees. */
  private static String plain(String written) {
    StringBuilder plain = null;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      char mapped = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
      mapped = mapped >= 0x80 ? likeness(Character.toUpperCase(mapped)) : mapped;
      mapped = mapped >= 'a' && mapped <= 'z' ? (char) (mapped - 32) : mapped;
      boolean dropped =
          Character.isWhitespace(mapped)
              || Character.isSpaceChar(mapped)
              || mapped < ' '
              || mapped == '\''
              || mapped == '`'
              || mapped == '\u2018'
              || mapped == '\u2019'
              || WrittenNames.isUnseen(mapped);
      if (plain == null && (mapped != c || dropped)) {
        plain = new StringBuilder(written.length()).append(written, 0, i);
      }
      if (plain != null && !dropped) {
        plain.append(mapped);
      }
    }
    return plain == null ? written : plain.toString();
  }

  private static char likeness(char c) {
    int at = LOOKS.indexOf(c);
    if (at >= 0) {
      return MEANT.charAt(at);
    }
    int digit =
        Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
    return digit < 0 ? c : (char) ('0' + digit);
  }
}
