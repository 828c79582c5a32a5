package org.censusflow.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows in the text format of PostgreSQL's COPY, as UTF-8. */
final class CopyText {

  private static final byte[] NULL = {'\\', 'N'};

  private byte[] bytes;
  private int length;

  CopyText(int size) {
    this.bytes = new byte[Math.max(size, 1024)];
  }

  void row(Object[] values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        put((byte) '\t');
      }
      if (values[i] == null) {
        put(NULL);
      } else {
        text(values[i].toString());
      }
    }
    put((byte) '\n');
  }

  private void text(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        // From the first wider character on by the library; what must be escaped is ASCII.
        put(escaped(value.substring(i)).getBytes(StandardCharsets.UTF_8));
        return;
      }
      char escape = escape(c);
      if (escape != 0) {
        put((byte) '\\');
        put((byte) escape);
      } else {
        put((byte) c);
      }
    }
  }

  private static char escape(char c) {
    return switch (c) {
      case '\\' -> '\\';
      case '\t' -> 't';
      case '\n' -> 'n';
      case '\r' -> 'r';
      default -> 0;
    };
  }

  private static String escaped(String value) {
    StringBuilder out = null;
    for (int i = 0; i < value.length(); i++) {
      char escape = escape(value.charAt(i));
      if (escape != 0 && out == null) {
        out = new StringBuilder(value.length() + 8).append(value, 0, i);
      }
      if (out != null) {
        if (escape != 0) {
          out.append('\\').append(escape);
        } else {
          out.append(value.charAt(i));
        }
      }
    }
    return out == null ? value : out.toString();
  }

  private void put(byte b) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = b;
  }

  private void put(byte[] more) {
    if (length + more.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length * 2, length + more.length));
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void clear() {
    length = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
