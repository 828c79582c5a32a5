package org.censusflow.base.audit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * An entry as text: one line of JSON, always written the same way, with its place in the chain in
 * front and its link at the end. The link is made of the bytes in front of it, so that verifying
 * needs no reading of the JSON and no byte can be changed without a trace.
 */
final class AuditLine {

  /** Stands between the content and the link. */
  static final String HASH = ",\"hash\":\"";

  static final String END = "\"}";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private AuditLine() {}

  /** What the content of a line begins with. */
  static String start(long number) {
    return "{\"n\":" + number + ",";
  }

  /** What the link is made of. */
  static String content(long number, AuditEntry entry) {
    StringBuilder line = new StringBuilder(300).append(start(number));
    line.append("\"id\":").append(entry.id());
    text(line, "at", TIME.format(entry.at()));
    text(line, "actor", entry.actor());
    text(line, "district", entry.district());
    text(line, "action", entry.action());
    text(line, "type", entry.objectType());
    text(line, "key", entry.objectKey());
    text(line, "source", entry.source());
    text(line, "task", entry.task());
    text(line, "purpose", entry.purpose());
    return line.append(",\"refused\":").append(entry.refused()).toString();
  }

  /** In the place of an entry that is no longer in the database, though its link is. */
  static String missing(long number, long id) {
    return start(number) + "\"id\":" + id + ",\"missing\":true";
  }

  static String line(String content, String link) {
    return content + HASH + link + END;
  }

  private static void text(StringBuilder line, String name, String value) {
    line.append(",\"").append(name).append("\":");
    if (value == null) {
      line.append("null");
      return;
    }
    line.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ') {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    line.append('"');
  }
}
