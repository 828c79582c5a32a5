package org.censusflow.mapping.listing;

import java.util.regex.Pattern;
import org.censusflow.base.district.District;
import org.censusflow.base.district.Subdistrict;
import org.censusflow.mapping.area.CensusPlace;

/** What the rows of all files have in common: codes, scope, lengths and counts. */
final class RowCheck {

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int MOST = 99_999;

  private final District district;
  private final String scope;
  private final Faults faults;

  /**
   * @param scope key of the only subdistrict that the file may speak of; null for the whole
   *     district
   */
  RowCheck(District district, String scope, Faults faults) {
    this.district = district;
    this.scope = scope;
    this.faults = faults;
  }

  /** The subdistrict that a code lies in; null, with a fault, when it is no code of the scope. */
  String subdistrict(int line, String code, int digits, String what) {
    if (code.length() != digits || !DIGITS.matcher(code).matches()) {
      faults.add(
          line, AreaTable.shown(code), "%s应为 %d 位数字：%s".formatted(what, digits, shown(code)));
      return null;
    }
    String key = CensusPlace.subdistrictOf(district, code);
    if (key == null) {
      faults.add(line, code, what + "不属于" + district.name() + "的任何街道（乡镇）");
    } else if (scope != null && !scope.equals(key)) {
      faults.add(line, code, what + "不属于" + district.subdistrict(scope).name());
      return null;
    }
    return key;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "（空）" : AreaTable.shown(value);
  }

  /** The column of the subdistrict, its code or key, has to agree with the code. */
  void agrees(int line, String code, String written, String key) {
    if (key == null) {
      return;
    }
    Subdistrict part = district.subdistrict(key);
    if (!written.equals(part.code()) && !written.equals(part.key())) {
      faults.add(line, code, "街道（乡镇）应为 " + part.code() + "，文件写的是 " + shown(written));
    }
  }

  void text(int line, String code, String value, int longest, String what) {
    if (value.isEmpty()) {
      faults.add(line, code, what + "没有填写");
    } else if (value.length() > longest) {
      faults.add(line, code, "%s超过 %d 个字".formatted(what, longest));
    }
  }

  /** A count; an empty field counts nothing. */
  int count(int line, String code, String value, String what) {
    if (value.isEmpty()) {
      return 0;
    }
    if (value.length() > 5 || !DIGITS.matcher(value).matches()) {
      faults.add(line, code, "%s应为 0 到 %d 的整数：%s".formatted(what, MOST, AreaTable.shown(value)));
      return 0;
    }
    return Integer.parseInt(value);
  }
}
