package org.censusflow.files;

import java.util.regex.Pattern;

/** Tells rows that say something about a table from records. */
final class Remarks {

  private static final Pattern EXPLANATION =
      Pattern.compile(
          "必填|选填|非必填|可填|可空|不填|请?填写.*|.*说明.{0,4}|.*格式.*|示例.*|例如.*|例[:：].*|如[:：].*|汉字|中文|文本.{0,4}|字符.{0,4}|数字.{0,4}|数值|整数|日期.{0,2}|代码.{0,4}|"
              + ".*(yyyy|YYYY|年年年年).*|\\d{1,3}\\s*位.{0,6}|男\\s*[/、或]\\s*女|是\\s*[/、或]\\s*否|下拉.*|.*代码表.*|(var)?char2?\\s*\\(.*|string|text|date|int(eger)?|required|optional",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOSING =
      Pattern.compile(
          "(合\\s*计|总\\s*计|小\\s*计|共\\s*计|填表人|制表人|审核人|经办人|负责人|填报单位|填报人|制表日期|打印日期|打印时间|导出时间|备注|说明|注)\\s*([:：].*)?|(共|合计|总计)\\s*\\d+\\s*(条|人|行|户).*|注\\d*[:：].*");

  private static final Pattern FIGURE = Pattern.compile("[\\d.,%\\s]*\\S?");

  private Remarks() {}

  static boolean isBlank(String[] cells, int width) {
    for (int i = 0; i < width; i++) {
      if (!cells[i].isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row is the head once more, as where two exports were put together. */
  static boolean repeats(String[] head, String[] cells, int width) {
    int last = width;
    while (last > 0 && cells[last - 1].isEmpty()) {
      last--;
    }
    int heads = head.length;
    while (heads > 0 && head[heads - 1].isEmpty()) {
      heads--;
    }
    if (last != heads) {
      return false;
    }
    for (int i = 0; i < last; i++) {
      if (!cells[i].equals(head[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether the row below the head says how to fill the columns in. */
  static boolean explains(String[] cells, int width) {
    int filled = 0;
    int explaining = 0;
    for (int i = 0; i < width; i++) {
      if (!cells[i].isEmpty()) {
        filled++;
        explaining += EXPLANATION.matcher(cells[i]).matches() ? 1 : 0;
      }
    }
    return explaining > 1 && explaining * 2 >= filled;
  }

  /** Whether the row is a sum, a signature or a note, as they stand below a table. */
  static boolean closes(String[] cells, int width) {
    int begin = 0;
    while (begin < width - 1 && cells[begin].isEmpty()) {
      begin++;
    }
    String first = cells[begin];
    if (first.isEmpty() || first.charAt(0) < 0x4e00 || !CLOSING.matcher(first).matches()) {
      return false;
    }
    int filled = 0;
    boolean figures = true;
    for (int i = begin + 1; i < width; i++) {
      filled += cells[i].isEmpty() ? 0 : 1;
      figures &= FIGURE.matcher(cells[i]).matches();
    }
    return figures || (filled + 1) * 2 <= width;
  }

  /** Why a row has more cells than the head. */
  static RowFault fault(String[] cells, int width) {
    for (int i = 0; i < width; i++) {
      String cell = cells[i];
      if (cell.startsWith("\"") && !(cell.length() > 1 && cell.endsWith("\""))) {
        return RowFault.BLANK_BEFORE_QUOTE;
      }
      if (cell.startsWith("'") && !(cell.length() > 1 && cell.endsWith("'"))) {
        return RowFault.SINGLE_QUOTES;
      }
    }
    return RowFault.TOO_MANY_CELLS;
  }
}
