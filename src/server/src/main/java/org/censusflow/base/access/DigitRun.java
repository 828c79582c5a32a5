package org.censusflow.base.access;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits that stand together in a text, at most three marks or spaces apart.
 *
 * @param digits all of them
 * @param groups the digits between the marks; the last may end in the check character X
 * @param marks what stands between the groups
 * @param amount whether the text around them says that they are a sum or a count
 */
record DigitRun(String digits, List<String> groups, List<String> marks, boolean amount) {

  private static final String MARKS = "[\\s\\p{P}\\p{S}]{0,3}";
  private static final Pattern RUN =
      Pattern.compile("\\d(?:" + MARKS + "\\d)*+(?:" + MARKS + "[xX](?![a-zA-Z]))?");
  private static final Pattern GROUP = Pattern.compile("\\d+[xX]?|[xX]");

  /** A household's head and the person of a name are no units. */
  private static final Pattern UNIT = Pattern.compile("\\s?(?:[元人万亿件份条页张本%]|户(?![主籍口])|个(?!人))");

  private static final Pattern CALLED = Pattern.compile("(?:电话|手机|号码|联系|拨打|致电|微信)\\P{L}*");
  private static final int CALL_LENGTH = 6;

  /**
   * @param plain digits as {@link WrittenDigits} writes them
   */
  static List<DigitRun> in(String plain) {
    List<DigitRun> runs = new ArrayList<>();
    for (Matcher run = RUN.matcher(plain); run.find(); ) {
      runs.add(of(run.group(), isAmount(plain, run.start(), run.end())));
    }
    return runs;
  }

  private static DigitRun of(String text, boolean amount) {
    List<String> groups = new ArrayList<>();
    List<String> marks = new ArrayList<>();
    int end = 0;
    for (Matcher group = GROUP.matcher(text); group.find(); end = group.end()) {
      if (!groups.isEmpty()) {
        marks.add(text.substring(end, group.start()));
      }
      groups.add(group.group());
    }
    return new DigitRun(String.join("", groups), groups, marks, amount);
  }

  private static boolean isAmount(String plain, int from, int to) {
    String before = plain.substring(Math.max(0, from - CALL_LENGTH), from);
    return UNIT.matcher(plain).region(to, plain.length()).useTransparentBounds(true).lookingAt()
        && !endsWith(CALLED, before);
  }

  private static boolean endsWith(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    for (int at = 0; matcher.find(at); at = matcher.start() + 1) {
      if (matcher.end() == text.length()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether some neighbouring groups are a number, those of other lengths left out.
   *
   * @param shortest digits that it has at least, the check character being one
   * @param longest digits that it has at most
   */
  boolean hold(int shortest, int longest, Predicate<DigitRun> number) {
    int start = 0;
    for (int from = 0; from < groups.size(); from++) {
      int end = start;
      for (int to = from; to < groups.size() && end - start < longest; to++) {
        end += groups.get(to).length();
        if (end - start >= shortest
            && end - start <= longest
            && number.test(
                new DigitRun(
                    digits.substring(start, end),
                    groups.subList(from, to + 1),
                    marks.subList(from, to),
                    amount))) {
          return true;
        }
      }
      start += groups.get(from).length();
    }
    return false;
  }

  /** Whether every digit stands by itself. */
  boolean isSpelled() {
    return groups.stream().allMatch(group -> group.length() == 1);
  }
}
