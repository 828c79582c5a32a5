package org.censusflow.sample.population;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.censusflow.sample.population.Person.Hukou;

/**
 * D06: name, sex, birth date or ethnicity differ for one person; D07: the census's ID number is
 * missing or wrong.
 */
final class IdentityAnomalies {

  private static final Map<String, Double> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("name-similar", 0.25);
    FIELDS.put("name-homophone", 0.30);
    FIELDS.put("name-character-lost", 0.03);
    FIELDS.put("birth-day", 0.14);
    FIELDS.put("birth-month", 0.06);
    FIELDS.put("birth-year", 0.04);
    FIELDS.put("sex", 0.06);
    FIELDS.put("ethnicity", 0.12);
  }

  private final Mistakes mistakes;
  private final LocalDate reference;

  IdentityAnomalies(Mistakes mistakes, LocalDate reference) {
    this.mistakes = mistakes;
    this.reference = reference;
  }

  int attribute(Household household, int most, Rng rng) {
    Person person =
        Anomaly.any(
            household,
            rng,
            one ->
                Anomaly.plain(one)
                    && one.hukou == Hukou.LOCAL_BLOCK
                    && one.birth.isBefore(reference.minusYears(1)));
    if (person == null) {
      return 0;
    }
    person.touched = true;
    boolean census = rng.chance(0.6);
    CensusRow row = person.rows.get(0);
    SupplyRow register = person.record(SampleSupply.HOUSEHOLD_REGISTER);
    String kind = mistakes.make(census ? row : register, FIELDS, rng);
    household.differences.add(
        new InjectedDifference(
            "D06",
            row,
            register,
            household.home.block(),
            census ? "corrected" : "kept",
            "side=" + (census ? "census" : "register") + ";kind=" + kind + right(person, kind),
            null));
    return 1;
  }

  private static String right(Person person, String kind) {
    String value =
        switch (kind.substring(0, kind.indexOf('-') < 0 ? kind.length() : kind.indexOf('-'))) {
          case "name" -> person.name;
          case "birth" -> person.birth.toString();
          case "sex" -> person.male ? "1" : "2";
          default -> person.ethnicity;
        };
    return ";right=" + value;
  }

  int idNumber(Household household, int most, Rng rng) {
    Person person = Anomaly.any(household, rng, IdentityAnomalies::numbered);
    if (person == null) {
      return 0;
    }
    Person other =
        Anomaly.any(
            household,
            rng,
            one -> one != person && numbered(one) && !one.birth.equals(person.birth));
    // Only a register shows that two numbers were exchanged.
    boolean swappable = other != null && registered(person) && registered(other);
    int kind = rng.weighted(0.45, 0.25, 0.16, other == null ? 0 : 0.22, swappable ? 0.08 : 0);
    person.touched = true;
    CensusRow row = person.rows.get(0);
    switch (kind) {
      case 0 -> row.id = "";
      case 1 -> row.id = CitizenNumbers.digitError(person.id, rng);
      case 2 -> row.id = CitizenNumbers.neighboursSwapped(person.id, rng);
      default -> {
        row.id = other.id;
        other.touched = true;
      }
    }
    String[] names = {"missing", "digit", "neighbours-swapped", "conflict", "swapped"};
    CensusRow holder = kind < 3 ? null : other.rows.get(0);
    add(household, row, names[kind], person.id, holder);
    if (kind == 4) {
      holder.id = person.id;
      add(household, holder, names[kind], other.id, row);
      return 2;
    }
    return 1;
  }

  private static boolean numbered(Person person) {
    return Anomaly.plain(person)
        && !person.id.isEmpty()
        && (person.hukou == Hukou.LOCAL_BLOCK || person.hukou == Hukou.OTHER_DISTRICT);
  }

  private static boolean registered(Person person) {
    return person.record(SampleSupply.HOUSEHOLD_REGISTER) != null;
  }

  private boolean unregistrable(Person person) {
    return Anomaly.plain(person)
        && person.mother != null
        && person.hukou == Hukou.LOCAL_BLOCK
        && !person.birth.isBefore(reference.minusMonths(10));
  }

  /** An infant whose registration is pending: no register row and no number yet. */
  int noneHeld(Household household, int most, Rng rng) {
    Person infant = Anomaly.any(household, rng, this::unregistrable);
    if (infant == null) {
      return 0;
    }
    infant.touched = true;
    infant.hukou = Hukou.NONE;
    infant.id = "";
    infant.keepOnly(SampleSupply.BIRTHS);
    CensusRow row = infant.rows.get(0);
    row.id = "";
    row.hukouPlace = Hukou.NONE.code;
    household.differences.add(
        new InjectedDifference(
            "D07", row, null, household.home.block(), "none-held", "kind=missing", null));
    return 1;
  }

  private static void add(
      Household household, CensusRow row, String kind, String right, CensusRow holder) {
    String detail = "kind=" + kind + ";right=" + right + (holder == null ? "" : ";holder_row=");
    household.differences.add(
        new InjectedDifference(
            "D07", row, null, household.home.block(), "corrected", detail, holder));
  }
}
