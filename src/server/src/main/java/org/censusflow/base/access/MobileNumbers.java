package org.censusflow.base.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese mobile numbers, with the country's number or a zero before them or not. */
final class MobileNumbers {

  private static final Pattern NUMBER = Pattern.compile("0{0,2}(?:86)?(1[3-9]\\d{9})");

  private static final int SHORTEST = 11;
  private static final int LONGEST = 15;

  /** How people write a mobile number in groups; eleven other digits in a row are counts. */
  private static final Set<String> GROUPS =
      Set.of("11", "3-4-4", "3-8", "3-3-5", "7-4", "1-1-1-1-1-1-1-1-1-1-1");

  /** Counts are not apart by these, so that any groups will do. */
  private static final Pattern JOINT = Pattern.compile("[-‐–—−_*~|+#]");

  private MobileNumbers() {}

  static boolean in(DigitRun run) {
    return !run.amount() && run.hold(SHORTEST, LONGEST, MobileNumbers::isMobile);
  }

  private static boolean isMobile(DigitRun part) {
    Matcher number = NUMBER.matcher(part.digits());
    if (!number.matches()) {
      return false;
    }
    return number.start(1) > 0 && part.groups().size() == 1
        || GROUPS.contains(shape(part.groups(), number.start(1)))
        || isJoint(part.marks());
  }

  private static boolean isJoint(List<String> marks) {
    Set<String> different = new HashSet<>(marks);
    return different.size() == 1 && JOINT.matcher(marks.get(0)).matches();
  }

  /** The lengths of the groups, without the country's number before them. */
  private static String shape(List<String> groups, int country) {
    List<String> lengths = new ArrayList<>();
    int before = country;
    for (String group : groups) {
      int own = Math.max(0, group.length() - before);
      before = Math.max(0, before - group.length());
      if (own > 0) {
        lengths.add(String.valueOf(own));
      }
    }
    return String.join("-", lengths);
  }
}
