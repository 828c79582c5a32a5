package org.censusflow.base.audit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a chain is and what its last link is. Whoever has kept it elsewhere can tell later that
 * nothing up to there was taken away or made anew; written as {@code <count>:<link>}.
 *
 * @param link empty for an empty chain
 */
public record ChainRoot(long count, String link) {

  static final ChainRoot EMPTY = new ChainRoot(0, "");

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18}):([A-Z0-9-]+:[0-9a-f]{64})");

  /**
   * @throws IllegalArgumentException for what is not written so
   */
  public static ChainRoot parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      throw new IllegalArgumentException("A root is written <count>:<algorithm>:<64 hex digits>");
    }
    return new ChainRoot(Long.parseLong(written.group(1)), written.group(2));
  }

  @Override
  public String toString() {
    return count + ":" + link;
  }
}
