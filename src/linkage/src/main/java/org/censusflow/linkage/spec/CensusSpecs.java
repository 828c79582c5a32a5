package org.censusflow.linkage.spec;

import static org.censusflow.linkage.spec.LevelKind.ABBREVIATED;
import static org.censusflow.linkage.spec.LevelKind.DIGITS;
import static org.censusflow.linkage.spec.LevelKind.EDITS;
import static org.censusflow.linkage.spec.LevelKind.EXACT;
import static org.censusflow.linkage.spec.LevelKind.FIRST_CHARACTER;
import static org.censusflow.linkage.spec.LevelKind.HOMOPHONE;
import static org.censusflow.linkage.spec.LevelKind.INVALID;
import static org.censusflow.linkage.spec.LevelKind.MONTH_DAY_SWAPPED;
import static org.censusflow.linkage.spec.LevelKind.ONE_SLIP;
import static org.censusflow.linkage.spec.LevelKind.REORDERED;
import static org.censusflow.linkage.spec.LevelKind.SAME_ENTRANCE;
import static org.censusflow.linkage.spec.LevelKind.SAME_MONTH;
import static org.censusflow.linkage.spec.LevelKind.SAME_STREET;
import static org.censusflow.linkage.spec.LevelKind.SAME_YEAR;

import java.util.List;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Role;

/** The comparison of a census with any register of persons. */
public final class CensusSpecs {

  private static final FieldSpec KEY =
      FieldSpec.carried(new Field("key", Role.KEY, List.of("row_id", "record_id", "id")));

  private static final FieldSpec ID =
      new FieldSpec(
          new Field(
              "id_number",
              Role.RESIDENT_ID,
              List.of("id_number", "sfz", "idcard", "公民身份号码", "身份证号码")),
          List.of(
              LevelSpec.of(EXACT, "公民身份号码相同"),
              LevelSpec.of(ONE_SLIP, "公民身份号码差一位或邻位颠倒"),
              LevelSpec.of(INVALID, "公民身份号码不同且有一个校验不符")),
          "公民身份号码不同",
          false);

  private static final FieldSpec NAME =
      new FieldSpec(
          new Field("name", Role.NAME, List.of("name", "姓名")),
          List.of(
              LevelSpec.of(EXACT, "姓名相同"),
              LevelSpec.of(HOMOPHONE, "姓名同音"),
              LevelSpec.of(REORDERED, "姓名用字相同、次序不同"),
              new LevelSpec(EDITS, 1, "姓名差一字"),
              LevelSpec.of(FIRST_CHARACTER, "仅姓氏相同")),
          "姓名不同",
          true);

  private static final FieldSpec BIRTH =
      new FieldSpec(
          new Field("birth_date", Role.DATE, List.of("birth_date", "birth", "出生日期")),
          List.of(
              LevelSpec.of(EXACT, "出生日期相同"),
              LevelSpec.of(MONTH_DAY_SWAPPED, "出生月日互换"),
              new LevelSpec(DIGITS, 1, "出生日期差一位"),
              LevelSpec.of(SAME_MONTH, "出生年月相同"),
              LevelSpec.of(SAME_YEAR, "出生年份相同")),
          "出生日期不同",
          false);

  private static final FieldSpec SEX =
      new FieldSpec(
          new Field("sex", Role.SEX, List.of("sex", "性别")),
          List.of(LevelSpec.of(EXACT, "性别相同")),
          "性别不同",
          false);

  private static final FieldSpec ADDRESS =
      new FieldSpec(
          new Field("address", Role.ADDRESS, List.of("address", "住址", "地址")),
          List.of(
              LevelSpec.of(EXACT, "住址相同"),
              LevelSpec.of(ABBREVIATED, "住址相同（一方简写）"),
              LevelSpec.of(SAME_ENTRANCE, "同一门牌"),
              LevelSpec.of(SAME_STREET, "同一街路")),
          "住址不同",
          false);

  private static final List<BlockingRule> BLOCKING =
      List.of(
          BlockingRule.on(of("name"), of("birth_date")),
          BlockingRule.on(of("name"), of("address")),
          BlockingRule.on(of("birth_date"), of("address")),
          BlockingRule.on(of("name"), of("address", KeyForm.ENTRANCE)),
          BlockingRule.on(of("birth_date"), of("address", KeyForm.ENTRANCE)),
          BlockingRule.on(of("birth_date"), of("name", KeyForm.PREFIX, 1), of("sex")));

  private CensusSpecs() {}

  /** Census rows on the left, a register on the right; a person may stand in the census twice. */
  public static ComparisonSpec census() {
    return new ComparisonSpec(
        "census", List.of(KEY, ID, NAME, BIRTH, SEX, ADDRESS), BLOCKING, 0.9, 0.1, true);
  }

  private static KeyPart of(String field, KeyForm form, int at) {
    return new KeyPart(field, form, at);
  }

  private static KeyPart of(String field, KeyForm form) {
    return KeyPart.of(field, form);
  }

  private static KeyPart of(String field) {
    return KeyPart.of(field);
  }
}
