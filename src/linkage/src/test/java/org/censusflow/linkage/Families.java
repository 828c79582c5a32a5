package org.censusflow.linkage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two lists of invented families without any number: who lives together shares family name, street
 * and postcode. Names, addresses and dates of the second list have errors of a given rate.
 */
final class Families {

  /** What the lists look like and how often the second one is wrong. */
  record Kind(
      boolean latin,
      boolean yearOnly,
      double firstName,
      double familyName,
      double birth,
      double moved,
      double missing,
      double overlap) {}

  static final Kind TYPING = new Kind(true, false, 0.12, 0.05, 0.05, 0.10, 0.03, 0.7);
  static final Kind DIRTY = new Kind(true, false, 0.32, 0.08, 0.10, 0.15, 0.05, 0.6);
  static final Kind WEAK = new Kind(true, true, 0.15, 0.05, 0.06, 0.10, 0.03, 0.7);
  static final Kind CHINESE = new Kind(false, false, 0.10, 0.02, 0.06, 0.12, 0.03, 0.8);

  private static final String HEAD = "id,first,family,birth,sex,street,town,postcode\n";
  private static final String SYLLABLES =
      "ba be bo da del do fa fer ga gil ha hol ja jo ka kel la lin ma mar na nor pa per ra ros sa sen"
          + " ta tho va ver wa wil ya zan";
  private static final String HAN =
      "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华玉萍红建文辉力国荣志新生光海春夏秋冬天宇子轩梓涵欣怡浩然一诺思博晨曦雨泽佳琪俊熙宸悦瑶婷雪梅莲松柏峰岩";
  private static final String FAMILY = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余";

  private final Random random;
  private final Kind kind;
  private final List<String> left = new ArrayList<>();
  private final List<String> right = new ArrayList<>();
  private final StringBuilder truth = new StringBuilder("left_id,right_id\n");
  private int ids;

  private Families(Kind kind, long seed) {
    this.kind = kind;
    random = new Random(seed);
  }

  /** Writes {@code left.csv}, {@code right.csv} and {@code truth.csv}. */
  static void write(Kind kind, int persons, long seed, Path folder) throws IOException {
    Families families = new Families(kind, seed);
    while (families.ids < persons) {
      families.household();
    }
    java.util.Collections.shuffle(families.right, families.random);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("left.csv"), HEAD + String.join("", families.left));
    Files.writeString(folder.resolve("right.csv"), HEAD + String.join("", families.right));
    Files.writeString(folder.resolve("truth.csv"), families.truth);
  }

  public static void main(String[] args) throws IOException {
    Kind kind =
        switch (args[0]) {
          case "dirty" -> DIRTY;
          case "weak" -> WEAK;
          case "chinese" -> CHINESE;
          default -> TYPING;
        };
    write(kind, Integer.parseInt(args[1]), Long.parseLong(args[2]), Path.of(args[3]));
  }

  private int zipf(int of) {
    return (int) (of * Math.pow(random.nextDouble(), 2.2));
  }

  private String latin(int number, int syllables) {
    String[] all = SYLLABLES.split(" ");
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append(all[number % all.length]);
      number = number / all.length + number * 7 % 13;
    }
    return name.toString();
  }

  private String firstName(int sex) {
    if (kind.latin()) {
      return latin(zipf(350) + sex * 400, 2);
    }
    String one = "" + HAN.charAt(zipf(HAN.length()));
    return random.nextInt(4) == 0 ? one : one + HAN.charAt(zipf(HAN.length()));
  }

  private String familyName() {
    return kind.latin() ? latin(zipf(2500), 3) : "" + FAMILY.charAt(zipf(FAMILY.length()));
  }

  private String[] address() {
    int town = random.nextInt(150);
    String street =
        kind.latin()
            ? (1 + random.nextInt(90)) + " " + latin(zipf(600), 3) + " street"
            : latinHan(zipf(400))
                + "路"
                + (1 + random.nextInt(90))
                + "号"
                + (1 + random.nextInt(30))
                + "室";
    return new String[] {street, latin(town, 3), Integer.toString(3000 + town)};
  }

  private static String latinHan(int number) {
    return ""
        + HAN.charAt(number % HAN.length())
        + HAN.charAt(number / HAN.length() * 5 % HAN.length());
  }

  private void household() {
    String family = familyName();
    String[] home = address();
    String[] next = random.nextDouble() < kind.moved() ? address() : home;
    int size = 1 + random.nextInt(5);
    int year = 1930 + random.nextInt(65);
    double side = random.nextDouble();
    boolean wholeOneSided = side < (1 - kind.overlap()) * 0.6;
    boolean onLeft = side < (1 - kind.overlap()) * 0.3;
    for (int i = 0; i < size; i++) {
      int sex = i < 2 ? 1 + i : 1 + random.nextInt(2);
      int born = i < 2 ? year + random.nextInt(5) : Math.min(2019, year + 22 + random.nextInt(18));
      person(family, home, next, sex, born, wholeOneSided, onLeft);
    }
  }

  private void person(
      String family, String[] home, String[] next, int sex, int born, boolean one, boolean onLeft) {
    int id = ++ids;
    String birth = "%d-%02d-%02d".formatted(born, 1 + random.nextInt(12), 1 + random.nextInt(28));
    String[] row = {
      firstName(sex), family, birth, Integer.toString(sex), home[0], home[1], home[2]
    };
    double side = random.nextDouble();
    double alone = (1 - kind.overlap()) * 0.4;
    boolean a = one ? onLeft : side >= alone / 2;
    boolean b = one ? !onLeft : side < alone / 2 || side >= alone;
    if (a) {
      left.add(line("a" + id, row.clone(), false));
    }
    if (b) {
      String[] copy = row.clone();
      System.arraycopy(next, 0, copy, 4, 3);
      right.add(line("b" + id, wrong(copy, sex), true));
    }
    if (a && b) {
      truth.append("a").append(id).append(",b").append(id).append('\n');
    }
  }

  private String[] wrong(String[] row, int sex) {
    if (random.nextDouble() < kind.firstName()) {
      row[0] = random.nextInt(3) == 0 ? firstName(sex) : typo(row[0]);
    }
    if (random.nextDouble() < kind.familyName()) {
      row[1] = sex == 2 && random.nextBoolean() ? familyName() : typo(row[1]);
    }
    if (random.nextDouble() < kind.birth()) {
      char[] digits = row[2].toCharArray();
      int at = new int[] {3, 6, 8, 9}[random.nextInt(4)];
      digits[at] = (char) ('0' + random.nextInt(at == 8 ? 3 : at == 6 ? 2 : 10));
      row[2] = new String(digits);
    }
    if (random.nextDouble() < 0.004) {
      row[3] = Integer.toString(3 - sex);
    }
    if (random.nextDouble() < 0.1) {
      row[4] = typo(row[4]);
    }
    return row;
  }

  private String typo(String text) {
    if (text.length() < 2) {
      return familyName();
    }
    int at = random.nextInt(text.length() - 1);
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 ->
          text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
      default -> text.substring(0, at) + firstName(1).charAt(0) + text.substring(at + 1);
    };
  }

  private String line(String id, String[] row, boolean second) {
    if (kind.yearOnly()) {
      row[2] = row[2].substring(0, 4);
    }
    StringBuilder line = new StringBuilder(id);
    for (int i = 0; i < row.length; i++) {
      boolean gone = i != 1 && random.nextDouble() < kind.missing();
      line.append(',').append(gone ? "" : row[i]);
    }
    return line.append('\n').toString();
  }
}
