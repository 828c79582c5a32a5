package org.censusflow.sample.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A person of the true population, and the rows that speak of the person. */
final class Person {

  /** Where the household registration is, seen from where the person lives. */
  enum Hukou {
    LOCAL_BLOCK("local-block"),
    OTHER_BLOCK("other-block"),
    OTHER_DISTRICT("other-district"),
    NONE("none");

    final String code;

    Hukou(String code) {
      this.code = code;
    }
  }

  /**
   * At the reference time: living here, living outside, or of no concern (dead, moved away, not yet
   * born).
   */
  enum Life {
    HERE,
    AWAY,
    GONE
  }

  static final String HAN = "01";

  /** Empty for people whose names have none. */
  String surname = "";

  String name;
  boolean male;
  LocalDate birth;
  String id = "";
  String ethnicity = HAN;
  int relation;
  Hukou hukou = Hukou.LOCAL_BLOCK;
  Life life = Life.HERE;
  boolean foreign;
  boolean movedOut;
  LocalDate death;
  Person mother;
  School school;
  boolean boards;

  /** Has an anomaly, or takes part in somebody else's: no other is laid on it. */
  boolean touched;

  List<CensusRow> rows = new ArrayList<>(2);
  List<SupplyRow> records = new ArrayList<>(4);

  int ageAt(LocalDate date) {
    int age = date.getYear() - birth.getYear();
    return date.getDayOfYear() < birth.getDayOfYear() ? age - 1 : age;
  }

  SupplyRow record(SampleSupply supply) {
    for (SupplyRow row : records) {
      if (row.supply == supply) {
        return row;
      }
    }
    return null;
  }

  void drop(SampleSupply supply) {
    records.removeIf(row -> row.supply == supply);
  }

  /** Keeps nothing but the record of one supply. */
  void keepOnly(SampleSupply supply) {
    records.removeIf(row -> row.supply != supply);
  }
}
