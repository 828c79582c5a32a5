package org.censusflow.linkage.population;

/**
 * Normal form of names, for comparison only.
 *
 * <p>Compatibility forms are unified (NFKC), case and blanks folded. In a name with a Han character
 * every blank, dot and dash between the parts is dropped: the separator should be U+00B7, yet
 * registers write it in a score of ways or not at all. A note in brackets behind the name is
 * dropped as well.
 */
public final class Names {

  private static final long HASHED = 0xFFFFL << 48;

  private static final int CHILD_OF = '之' << 16 | '子';
  private static final int DAUGHTER_OF = '之' << 16 | '女';
  private static final long[] PLACEHOLDERS = {
    pack("未取名"),
    pack("未命名"),
    pack("无名氏"),
    pack("无名"),
    pack("不详"),
    pack("未知"),
    pack("无"),
    pack("婴儿"),
    pack("新生儿")
  };

  private Names() {}

  /**
   * Packs one to four Han characters of three UTF-8 bytes each; 0 when the text is anything else.
   */
  static long packHan(byte[] utf8, int from, int to) {
    int length = to - from;
    if (length > 12 || length % 3 != 0) {
      return 0;
    }
    long packed = 0;
    for (int i = from; i < to; i += 3) {
      int lead = utf8[i] & 0xff;
      int c = (lead & 0x0f) << 12 | (utf8[i + 1] & 0x3f) << 6 | utf8[i + 2] & 0x3f;
      if (lead < 0xe4 || lead > 0xe9 || c < 0x4e00 || c > 0x9fff) {
        return 0;
      }
      packed = packed << 16 | Variants.simplified((char) c);
    }
    return isPlaceholder(packed) ? 0 : packed;
  }

  /** Packs a normal form of up to four characters of the basic plane; 0 when it does not fit. */
  static long pack(String name) {
    if (name.isEmpty() || name.length() > 4) {
      return 0;
    }
    long packed = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isSurrogate(c) || c == 0xffff) {
        return 0;
      }
      packed = packed << 16 | c;
    }
    return packed;
  }

  static boolean isPacked(long key) {
    return (key & HASHED) != HASHED;
  }

  static String unpack(long key) {
    StringBuilder name = new StringBuilder(4);
    for (int shift = 48; shift >= 0; shift -= 16) {
      char c = (char) (key >>> shift);
      if (c != 0) {
        name.append(c);
      }
    }
    return name.toString();
  }

  static long hashed(byte[] name) {
    return HASHED | (Hashing.of(name, 0, name.length) >>> 16);
  }

  /** The normal form; empty for placeholders such as 无名氏 or 未取名. */
  public static String normalForm(String name) {
    String folded = Text.fold(name);
    boolean han = folded.codePoints().anyMatch(Names::isHan);
    if (!han) {
      return Text.isPlaceholder(folded) ? "" : folded;
    }
    StringBuilder kept = new StringBuilder(folded.length());
    folded
        .codePoints()
        .takeWhile(c -> kept.length() == 0 || c != '(' && c != '[' && c != '【' && c != '〔')
        .filter(c -> c != ' ' && !isDot(c))
        .forEach(c -> kept.appendCodePoint(c < 0x10000 ? Variants.simplified((char) c) : c));
    String normal = kept.toString();
    long packed = pack(normal);
    return packed != 0 && isPlaceholder(packed) ? "" : normal;
  }

  private static boolean isHan(int c) {
    return Character.isIdeographic(c);
  }

  private static boolean isDot(int c) {
    return switch (c) {
      case 0xb7,
          0x2022,
          0x2219,
          0x2027,
          0x30fb,
          0xff65,
          0x25cf,
          0x2e,
          0x3002,
          0x22c5,
          0x0387,
          0x16eb,
          0x02d9,
          0x0307,
          0x2024,
          0x25aa,
          0x25ab,
          0x25cb,
          0x25e6,
          0x2e31,
          0x2e33,
          0x318d,
          '-',
          0x2212,
          0x30a0,
          0x30fc ->
          true;
      default -> c >= 0x2010 && c <= 0x2015;
    };
  }

  private static boolean isPlaceholder(long packed) {
    int end = (int) packed;
    if (end == CHILD_OF || end == DAUGHTER_OF) {
      return true;
    }
    for (long placeholder : PLACEHOLDERS) {
      if (packed == placeholder) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a name of Han characters, blanks and dots, as nearly all that do not fit {@link #packHan}
   * are, without the detour over text.
   *
   * @return how many characters stand in {@code out}, or -1 when something else occurs
   */
  static int han(byte[] utf8, int from, int to, char[] out) {
    int length = 0;
    int i = from;
    while (i < to) {
      int lead = utf8[i] & 0xff;
      if (lead == ' ') {
        i++;
      } else if (lead == 0xc2 && i + 1 < to && (utf8[i + 1] & 0xff) == 0xb7) {
        i += 2;
      } else if (lead >= 0xe2 && lead <= 0xef && i + 2 < to && length < out.length) {
        int c = (lead & 0x0f) << 12 | (utf8[i + 1] & 0x3f) << 6 | utf8[i + 2] & 0x3f;
        if (c >= 0x4e00 && c <= 0x9fff) {
          out[length++] = Variants.simplified((char) c);
        } else if (!isDot(c) && c != 0xff0e) {
          return -1;
        }
        i += 3;
      } else {
        return -1;
      }
    }
    return length;
  }

  /** Packs up to four characters; 0 when there are more, none, or a placeholder. */
  static long pack(char[] name, int length) {
    if (length > 4) {
      return 0;
    }
    long packed = 0;
    for (int i = 0; i < length; i++) {
      packed = packed << 16 | name[i];
    }
    return isPlaceholder(packed) ? 0 : packed;
  }
}
