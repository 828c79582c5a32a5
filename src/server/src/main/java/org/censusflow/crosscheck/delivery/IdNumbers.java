package org.censusflow.crosscheck.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.censusflow.linkage.population.ResidentId;

/** Brings identity numbers as departments write them to the eighteen characters of today. */
final class IdNumbers {

  /** What a spreadsheet makes of eighteen digits: {@code 3.50205E+17}, in its own notations. */
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d([.]\\d+)?[eE][+]?\\d{1,2}");

  private static final Pattern DECIMALS = Pattern.compile("\\d{15,18}[.]0+");

  /** Fifteen digits of precision, then zeros. */
  private static final Pattern CUT_OFF = Pattern.compile("\\d{15}000");

  static final String SPREADSHEET_DAMAGE = "被电子表格改成了数值，末几位已丢失，无法还原：请把该列设为“文本”格式，从业务系统重新导出";

  private IdNumbers() {}

  /**
   * @param label what the column is called, for the faults
   * @return the number; null when there is none or when a fault was added
   */
  static String read(String written, String label, List<String> faults, Notes notes) {
    if (written == null) {
      return null;
    }
    String text = plain(written);
    if (!isUsual(text)) {
      if (SCIENTIFIC.matcher(text).matches()) {
        faults.add("“" + label + "”" + SPREADSHEET_DAMAGE);
        return null;
      }
      if (DECIMALS.matcher(text).matches()) {
        text = text.substring(0, text.indexOf('.'));
      }
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
      notes.count("“" + label + "”由全角、小写或带空格的写法转为标准写法");
    }
    return text;
  }

  /** Eighteen characters that no spreadsheet made; patterns for each of them cost too much. */
  private static boolean isUsual(String text) {
    return text.length() == 18 && text.indexOf('.') < 0 && !text.endsWith("000");
  }

  /** Half-width, upper case, without blanks and apostrophes. */
  private static String plain(String written) {
    StringBuilder plain = null;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      char mapped = c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c;
      mapped = mapped >= 'a' && mapped <= 'z' ? (char) (mapped - 32) : mapped;
      boolean dropped =
          Character.isWhitespace(mapped)
              || Character.isSpaceChar(mapped)
              || mapped == '\''
              || mapped == '\u2018'
              || mapped == '\u2019'
              || mapped == '\ufeff'
              || mapped == '\u200b';
      if (plain == null && (mapped != c || dropped)) {
        plain = new StringBuilder(written.length()).append(written, 0, i);
      }
      if (plain != null && !dropped) {
        plain.append(mapped);
      }
    }
    return plain == null ? written : plain.toString();
  }
}
