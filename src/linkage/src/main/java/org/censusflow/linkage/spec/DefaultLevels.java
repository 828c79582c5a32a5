package org.censusflow.linkage.spec;

import java.util.List;
import org.censusflow.linkage.population.Role;

/** Levels for a field whose spec names none. */
public final class DefaultLevels {

  private DefaultLevels() {}

  public static List<LevelSpec> of(Role role, String field) {
    LevelSpec same = LevelSpec.of(LevelKind.EXACT, field + "相同");
    return switch (role) {
      case KEY -> List.of();
      case RESIDENT_ID ->
          List.of(
              same,
              LevelSpec.of(LevelKind.ONE_SLIP, field + "差一位或邻位颠倒"),
              LevelSpec.of(LevelKind.INVALID, field + "不同且有一个校验不符"));
      case ID, SEX -> List.of(same);
      case NAME ->
          List.of(
              same,
              LevelSpec.of(LevelKind.REORDERED, field + "次序不同"),
              new LevelSpec(LevelKind.JARO_WINKLER, 0.92, field + "很相近"),
              new LevelSpec(LevelKind.JARO_WINKLER, 0.8, field + "相近"));
      case DATE ->
          List.of(
              same,
              LevelSpec.of(LevelKind.MONTH_DAY_SWAPPED, field + "月日互换"),
              new LevelSpec(LevelKind.DIGITS, 1, field + "差一位"),
              new LevelSpec(LevelKind.DIGITS, 2, field + "差两位"),
              LevelSpec.of(LevelKind.SAME_YEAR, field + "同年"));
      case ADDRESS ->
          List.of(
              same,
              LevelSpec.of(LevelKind.ABBREVIATED, field + "相同（一方简写）"),
              LevelSpec.of(LevelKind.SAME_ENTRANCE, field + "同一门牌"),
              LevelSpec.of(LevelKind.SAME_STREET, field + "同一街路"));
      case TEXT ->
          List.of(
              same,
              new LevelSpec(LevelKind.JARO_WINKLER, 0.92, field + "很相近"),
              new LevelSpec(LevelKind.WORDS, 0.5, field + "半数用词相同"),
              new LevelSpec(LevelKind.BIGRAMS, 0.5, field + "半数字符相同"));
      case NUMBER ->
          List.of(
              same,
              new LevelSpec(LevelKind.WITHIN_PERCENT, 1, field + "相差不到百分之一"),
              new LevelSpec(LevelKind.WITHIN_PERCENT, 10, field + "相差不到一成"));
      case CODE -> List.of(same, new LevelSpec(LevelKind.EDITS, 1, field + "差一位"));
    };
  }
}
