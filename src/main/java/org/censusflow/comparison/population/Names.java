package org.censusflow.comparison.population;

/**
 * Normal form of names, for comparison only.
 *
 * <p>Compatibility forms are unified (NFKC), case and blanks folded. In a name with a Han character
 * every blank and every dot between the parts is dropped: the separator should be U+00B7, yet
 * registers write it in a dozen ways or not at all. A note in brackets behind the name is dropped
 * as well.
 */
public final class Names {

  private static final long HASHED = 0xFFFFL << 48;

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
    return mayBePlaceholder((char) packed) ? 0 : packed;
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
      return folded;
    }
    StringBuilder kept = new StringBuilder(folded.length());
    folded
        .codePoints()
        .takeWhile(c -> kept.length() == 0 || c != '(' && c != '[' && c != '【' && c != '〔')
        .filter(c -> c != ' ' && !isDot(c))
        .forEach(c -> kept.appendCodePoint(c < 0x10000 ? Variants.simplified((char) c) : c));
    String normal = kept.toString();
    return isPlaceholder(normal) ? "" : normal;
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
          0x16eb ->
          true;
      default -> false;
    };
  }

  private static boolean mayBePlaceholder(char last) {
    return switch (last) {
      case '名', '氏', '详', '知', '无', '儿', '子', '女' -> true;
      default -> false;
    };
  }

  private static boolean isPlaceholder(String name) {
    return switch (name) {
      case "未取名", "未命名", "无名氏", "无名", "不详", "未知", "无", "婴儿", "新生儿" -> true;
      default -> name.endsWith("之子") || name.endsWith("之女") && name.length() > 3;
    };
  }
}
