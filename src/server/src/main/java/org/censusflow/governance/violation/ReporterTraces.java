package org.censusflow.governance.violation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds in a text what gives a reporter or another person away: numbers and addresses to reach
 * somebody, identity numbers, and words that speak of who reported. A help for who screens, no
 * proof that a text is clean.
 */
public final class ReporterTraces {

  private static final Map<String, Pattern> TRACES = new LinkedHashMap<>();

  static {
    TRACES.put("证件号码", Pattern.compile("(?<![0-9])[1-9]\\d{16}[\\dXx](?![0-9])"));
    TRACES.put("手机号码", Pattern.compile("(?<![0-9])1[3-9]\\d{9}(?![0-9])"));
    TRACES.put("固定电话号码", Pattern.compile("(?<![0-9])0\\d{2,3}-?\\d{7,8}(?![0-9])"));
    TRACES.put("电子邮箱", Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+"));
    TRACES.put("举报人的情况", Pattern.compile("(举报|检举|反映|投诉)(人|者|群众|住户|同事|职工)"));
  }

  private ReporterTraces() {}

  /** What kind of trace the text shows first, in Chinese; empty when none is found. */
  public static Optional<String> in(String text) {
    if (text == null) {
      return Optional.empty();
    }
    return TRACES.entrySet().stream()
        .filter(trace -> trace.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
