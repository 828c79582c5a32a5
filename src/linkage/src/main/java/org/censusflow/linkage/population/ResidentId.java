package org.censusflow.linkage.population;

/**
 * Resident identity numbers by GB 11643-1999, packed into a {@code long}.
 *
 * <p>A packed number is {@code first17 * 11 + check} (below 2^60, so two numbers are the same
 * person's number exactly when the longs are equal). {@link #INVALID} is set in addition when the
 * check digit (ISO 7064 MOD 11-2) or the date of birth inside does not hold. {@link #OTHER} marks a
 * document that is not a resident number: its low bits are a hash. 0 means missing.
 */
public final class ResidentId {

  public static final long INVALID = 1L << 60;
  public static final long OTHER = 1L << 61;
  private static final long LETTER = 1L << 59;
  private static final long NUMBER = INVALID - 1;

  private static final int[] WEIGHT = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private ResidentId() {}

  /**
   * Packs what stands between two positions of UTF-8 text; letters in any case or width,
   * surrounding blanks allowed.
   */
  public static long parse(byte[] text, int from, int to) {
    if (to - from == 18) {
      long packed = packed18(text, from);
      if (packed != 0) {
        return packed;
      }
    }
    return from == to ? 0 : parseCleaned(text, from, to);
  }

  private static long packed18(byte[] text, int from) {
    long first17 = 0;
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      int digit = text[from + i] - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      first17 = first17 * 10 + digit;
      sum += digit * WEIGHT[i];
    }
    int last = text[from + 17];
    int check = last == 'X' || last == 'x' ? 10 : last - '0';
    if (check < 0 || check > 10 || first17 == 0) {
      return 0;
    }
    long packed = first17 * 11 + check;
    boolean valid =
        check == (12 - sum % 11) % 11 && Dates.isCalendarDate((int) (first17 / 1000 % 100_000_000));
    return valid ? packed : packed | INVALID;
  }

  private static long parseCleaned(byte[] text, int from, int to) {
    byte[] clean = Text.foldedAscii(text, from, to);
    int length = clean.length;
    if (length == 18) {
      long packed = packed18(clean, 0);
      if (packed != 0) {
        return packed;
      }
    } else if (length == 15 && Text.digits(clean, 0, 15)) {
      return fromFifteen(clean);
    }
    if (length == 0 || Text.isPlaceholder(clean) || Text.isRounded(clean)) {
      return 0;
    }
    long letter = clean[0] >= 'a' && clean[0] <= 'z' ? LETTER : 0;
    return OTHER | letter | (Hashing.of(clean, 0, length) & LETTER - 1);
  }

  /**
   * Fifteen digits had a two-digit year; order numbers 996-999 were given to persons born before
   * 1900.
   */
  private static long fromFifteen(byte[] digits) {
    byte[] long18 = new byte[18];
    boolean centenarian = digits[12] == '9' && digits[13] == '9' && digits[14] >= '6';
    System.arraycopy(digits, 0, long18, 0, 6);
    long18[6] = '1';
    long18[7] = (byte) (centenarian ? '8' : '9');
    System.arraycopy(digits, 6, long18, 8, 9);
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (long18[i] - '0') * WEIGHT[i];
    }
    int check = (12 - sum % 11) % 11;
    long18[17] = (byte) (check == 10 ? 'X' : '0' + check);
    return packed18(long18, 0);
  }

  public static boolean isResident(long packed) {
    return packed != 0 && (packed & OTHER) == 0;
  }

  /** True for a resident number whose check digit and date of birth hold. */
  public static boolean isValid(long packed) {
    return packed != 0 && (packed & (OTHER | INVALID)) == 0;
  }

  /** True for a mark that begins with a letter, as passports and permits of foreigners do. */
  public static boolean isDocument(long packed) {
    return (packed & (OTHER | LETTER)) == (OTHER | LETTER);
  }

  /** Date of birth inside the number as {@code yyyymmdd}, or 0 when it is not a resident number. */
  public static int birthDate(long packed) {
    return isResident(packed) ? (int) (first17(packed) / 1000 % 100_000_000) : 0;
  }

  /** 1 male, 2 female by the parity of the order number; 0 when it is not a resident number. */
  public static int sex(long packed) {
    return isResident(packed) ? (first17(packed) % 2 == 1 ? 1 : 2) : 0;
  }

  /** The six-digit area of first issue, which may be a code no longer in use. */
  public static int area(long packed) {
    return isResident(packed) ? (int) (first17(packed) / 100_000_000_000L) : 0;
  }

  private static long first17(long packed) {
    return (packed & NUMBER) / 11;
  }

  /**
   * Whether two different numbers are one slip of the pen apart: one position typed wrongly or two
   * neighbours swapped. Two valid numbers never are, because the check digit catches both slips.
   */
  public static boolean oneSlipApart(long a, long b) {
    if (!isResident(a) || !isResident(b) || a == b) {
      return false;
    }
    long x = a & NUMBER;
    long y = b & NUMBER;
    int differing = 0;
    int position = 0;
    int first = -1;
    int xFirst = 0;
    int yFirst = 0;
    boolean swapped = false;
    while (position < 18) {
      int base = position == 0 ? 11 : 10;
      int dx = (int) (x % base);
      int dy = (int) (y % base);
      if (dx != dy) {
        if (++differing > 2) {
          return false;
        }
        if (differing == 2) {
          swapped = position == first + 1 && dx == yFirst && dy == xFirst;
        }
        first = position;
        xFirst = dx;
        yFirst = dy;
      }
      x /= base;
      y /= base;
      position++;
    }
    return differing == 1 || swapped;
  }

  /** The number as written with 18 characters; empty for anything else. */
  public static String format(long packed) {
    if (!isResident(packed)) {
      return "";
    }
    long check = (packed & NUMBER) % 11;
    return String.format("%017d", first17(packed)) + (check == 10 ? "X" : Long.toString(check));
  }
}
