package org.censusflow.compare;

import java.util.Collection;
import java.util.Map;

/**
 * Writes maps, lists, numbers and texts as JSON. A library would take longer to load than a small
 * comparison takes.
 */
final class JsonText {

  private JsonText() {}

  /** A number that is none becomes null: JSON has no word for it. */
  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      String before = "";
      out.append('{');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(before);
        text(entry.getKey().toString(), out);
        out.append(':');
        append(entry.getValue(), out);
        before = ",";
      }
      out.append('}');
    } else if (value instanceof Collection<?> list) {
      String before = "";
      out.append('[');
      for (Object element : list) {
        out.append(before);
        append(element, out);
        before = ",";
      }
      out.append(']');
    } else if (value instanceof Double number && !Double.isFinite(number)) {
      out.append("null");
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      text(value.toString(), out);
    }
  }

  private static void text(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
