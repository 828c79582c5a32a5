package org.censusflow.base.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.censusflow.linkage.population.ResidentId;

/**
 * Finds identity numbers (GB 11643, 15 and 18 digits) and mobile numbers in what staff write beside
 * the answers. Such text goes to other people and other systems than the answers do, and no number
 * of a person belongs there (discipline 1 of the guide). Digits of full width and digits apart by
 * spaces or dashes count as written together.
 */
public final class FreeText {

  private static final String ID_NUMBER = "公民身份号码";
  private static final String MOBILE = "手机号码";

  private static final int LONG_ID = 18;
  private static final int SHORT_ID = 15;

  /** Digits with at most two separators between them, and what follows. */
  private static final Pattern RUN =
      Pattern.compile(
          "(\\d(?:[\\s\\-‐‑–—_.·/,、]{0,2}\\d)*(?:[\\s\\-‐‑–—_.·/,、]{0,2}[xX](?![a-zA-Z]))?)\\s?(.?)");

  private static final Pattern GROUP = Pattern.compile("\\d+[xX]?|[xX]");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}]");
  private static final Pattern PROVINCE =
      Pattern.compile("(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\\d+[\\dxX]");
  private static final Pattern MOBILE_NUMBER = Pattern.compile("(?:00)?(?:86)?(1[3-9]\\d{9})");

  /** How people write a mobile number in groups; eleven other digits in a row are counts. */
  private static final Set<String> MOBILE_GROUPS =
      Set.of("11", "3-4-4", "3-8", "3-3-5", "7-4", "1-1-1-1-1-1-1-1-1-1-1");

  /** Behind an amount or a count, which may have eleven digits as well. */
  private static final String UNITS = "元人户万亿个件份条页%";

  private FreeText() {}

  /**
   * What is wrong with a text, in Chinese, as part of a sentence; empty when it names no number.
   *
   * @param label what the form calls the field
   */
  public static Optional<String> fault(String label, String text) {
    List<String> found = found(text);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "“"
                + label
                + "”里有"
                + String.join("和", found)
                + "，请删去：说明文字不得写任何人的证件号码和手机号码，号码只填在登记表的项目里");
  }

  private static List<String> found(String text) {
    if (text == null || text.length() < MOBILE.length()) {
      return List.of();
    }
    String plain =
        INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    boolean id = false;
    boolean mobile = false;
    for (Matcher run = RUN.matcher(plain); run.find(); ) {
      List<String> groups =
          GROUP.matcher(run.group(1)).results().map(it -> it.group()).collect(Collectors.toList());
      boolean amount = !run.group(2).isEmpty() && UNITS.contains(run.group(2));
      if (holdsId(groups)) {
        id = true;
      } else if (!amount) {
        mobile |= holdsMobile(groups);
      }
    }
    List<String> found = new ArrayList<>();
    if (id) {
      found.add(ID_NUMBER);
    }
    if (mobile) {
      found.add(MOBILE);
    }
    return found;
  }

  private static boolean holdsId(List<String> groups) {
    return neighbours(groups).stream().map(it -> String.join("", it)).anyMatch(FreeText::isId)
        || groups.stream().anyMatch(FreeText::holdsIdWithin);
  }

  private static boolean holdsMobile(List<String> groups) {
    return neighbours(groups).stream().anyMatch(FreeText::isMobile);
  }

  /** All neighbouring groups that are no longer than a number with its country can be. */
  private static List<List<String>> neighbours(List<String> groups) {
    List<List<String>> all = new ArrayList<>();
    for (int from = 0; from < groups.size(); from++) {
      int length = 0;
      for (int to = from; to < groups.size() && length <= LONG_ID; to++) {
        length += groups.get(to).length();
        all.add(groups.subList(from, to + 1));
      }
    }
    return all;
  }

  private static boolean isId(String digits) {
    if (!PROVINCE.matcher(digits).matches()) {
      return false;
    }
    if (digits.length() == LONG_ID) {
      int year = Integer.parseInt(digits.substring(6, 10));
      return year >= 1850 && year < 2100 && isDay(digits.substring(10, 14));
    }
    // Codes of blocks have 15 digits as well, and their streets begin with 0 to 2: such years of
    // birth would be those of people past ninety.
    return digits.length() == SHORT_ID
        && Character.isDigit(digits.charAt(SHORT_ID - 1))
        && digits.charAt(6) >= '3'
        && isDay(digits.substring(8, 12));
  }

  private static boolean isDay(String monthAndDay) {
    int month = Integer.parseInt(monthAndDay.substring(0, 2));
    int day = Integer.parseInt(monthAndDay.substring(2));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  /** In a longer row of digits only a number whose check digit holds is taken for one. */
  private static boolean holdsIdWithin(String digits) {
    for (int at = 0; digits.length() > LONG_ID && at + LONG_ID <= digits.length(); at++) {
      String part = digits.substring(at, at + LONG_ID);
      byte[] bytes = part.getBytes(StandardCharsets.US_ASCII);
      if (isId(part) && ResidentId.isValid(ResidentId.parse(bytes, 0, bytes.length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMobile(List<String> groups) {
    Matcher number = MOBILE_NUMBER.matcher(String.join("", groups));
    if (!number.matches()) {
      return false;
    }
    int country = number.start(1);
    if (country > 0 && groups.size() == 1) {
      return true;
    }
    List<String> shape = new ArrayList<>();
    for (String group : groups) {
      int own = country >= group.length() ? 0 : group.length() - country;
      country = Math.max(0, country - group.length());
      if (own > 0) {
        shape.add(String.valueOf(own));
      }
    }
    return MOBILE_GROUPS.contains(String.join("-", shape));
  }
}
