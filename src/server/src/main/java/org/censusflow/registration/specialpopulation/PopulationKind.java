package org.censusflow.registration.specialpopulation;

import java.util.Arrays;

/** The kinds of special populations that the notices name, and the parts that are counted apart. */
public enum PopulationKind {
  ARMED_FORCES("armed-forces", "军队人员"),
  HK_MACAO_TAIWAN("hk-macao-taiwan", "港澳台居民", "fromHongKong", "fromMacao", "fromTaiwan"),
  FOREIGNERS("foreigners", "外籍人员"),
  BOARDING_SCHOOLS("boarding-schools", "住校师生", "boardingStudents", "boardingTeachers"),
  CONSTRUCTION_SITES("construction-sites", "建筑工地人员"),
  RELIGIOUS_PLACES("religious-places", "少数民族和宗教场所人员"),
  RELEASED_PRISONERS("released-prisoners", "出狱人员"),
  SOLE_TRADERS("sole-traders", "个体工商户"),
  INSURED_TAXPAYERS("insured-taxpayers", "参保人和纳税人"),
  RURAL_HOUSEHOLDS("rural-households", "农村住户");

  private final String key;
  private final String label;
  private final String[] parts;

  PopulationKind(String key, String label, String... parts) {
    this.key = key;
    this.label = label;
    this.parts = parts;
  }

  /** The key in business keys, decisions and forms. */
  public String key() {
    return key;
  }

  /** What staff read. */
  public String label() {
    return label;
  }

  /** The form's fields of which the whole number consists, none when it is not divided. */
  public String[] parts() {
    return parts.clone();
  }

  /**
   * @throws IllegalArgumentException when there is no such kind
   */
  public static PopulationKind ofKey(String key) {
    return Arrays.stream(values())
        .filter(kind -> kind.key.equals(key))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("CF-E880 No special population '" + key + "'"));
  }
}
