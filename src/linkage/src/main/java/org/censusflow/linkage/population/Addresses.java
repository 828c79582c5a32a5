package org.censusflow.linkage.population;

/**
 * Reads an address as street and numbers, so that 海沧区海沧街道滨湖北路123号8幢2单元501室 and 滨湖北路123号8-2-501 are
 * the same place.
 *
 * <p>The street is what stands between the last division (省 市 区 县 镇 乡 街道) and the first number;
 * behind it only digits and Latin letters count. An address without a Han character is read as its
 * letters and its numbers. No code table is needed.
 */
final class Addresses {

  /** Hash of the street's name, 0 when there is none. */
  int street;

  /**
   * Up to four numbers, 16 bits each, the first one highest: doorplate, building, unit and, always
   * lowest used, the room.
   */
  long numbers;

  private static final int LONGEST_PLACEHOLDER = 9;

  private int count;

  void read(byte[] utf8, int from, int to) {
    street = 0;
    numbers = 0;
    count = 0;
    if (to - from <= LONGEST_PLACEHOLDER && Text.isPlaceholder(Text.folded(utf8, from, to))) {
      return;
    }
    long name = 0;
    boolean restart = false;
    int before = 0;
    int number = -1;
    int i = from;
    while (i < to) {
      int c = utf8[i++] & 0xff;
      if (c >= 0xe0 && c < 0xf0 && i + 1 < to) {
        c = (c & 0x0f) << 12 | (utf8[i++] & 0x3f) << 6 | utf8[i++] & 0x3f;
        if (c > 0xff00 && c < 0xff5f) {
          c -= 0xfee0;
        }
      } else if (c >= 0x80) {
        while (i < to && (utf8[i] & 0xc0) == 0x80) {
          c = c << 6 ^ utf8[i++] & 0x3f;
        }
      }
      if (c >= '0' && c <= '9') {
        number = Math.max(number, 0) * 10 + (c - '0') & 0xfffff;
        continue;
      }
      if (number >= 0) {
        push(number);
        number = -1;
      }
      if (c < 0x80) {
        if (Character.isLetter(c)) {
          name =
              count == 0 || before < 0x80 ? Hashing.combine(name, Character.toLowerCase(c)) : name;
        }
        before = c;
        continue;
      }
      if (count == 0 && c >= 0x3400) {
        name = Hashing.combine(restart ? 0 : name, c);
        restart = isDivision(before, c);
      }
      before = c;
    }
    if (number >= 0) {
      push(number);
    }
    street = name == 0 ? 0 : (int) (name >>> 32) | 1;
  }

  private void push(int number) {
    long value = (number & 0xffff) == 0 ? 0xffff : number & 0xffff;
    if (count < 4) {
      numbers = numbers << 16 | value;
      count++;
    } else {
      numbers = numbers & ~0xffffL | value;
    }
  }

  private static boolean isDivision(int before, int c) {
    return switch (c) {
      case '省', '市', '区', '县', '镇', '乡', '旗', '盟', '州' -> true;
      case '道' -> before == '街';
      default -> false;
    };
  }
}
