package org.censusflow.sample.population;

import java.time.LocalDate;
import org.censusflow.sample.population.Household.Kind;
import org.censusflow.sample.population.Person.Hukou;
import org.censusflow.sample.population.Person.Life;

/**
 * Writes down the truth: the census rows and the records that a household would have if nobody made
 * a mistake.
 */
final class RowMaker {

  private static final WeightedList TRADES = Lists.of("places.txt").words("organisation");

  private final LocalDate reference;

  RowMaker(LocalDate reference) {
    this.reference = reference;
  }

  void describe(Household household, Rng rng) {
    for (Person person : household.persons) {
      census(household, person);
      register(household, person, rng);
      births(household, person, rng);
      deaths(household, person, rng);
      if (person.life == Life.HERE && !person.foreign && person.death == null) {
        student(household, person);
        insured(household, person, rng);
      }
    }
  }

  private void census(Household household, Person person) {
    if (person.life == Life.GONE) {
      return;
    }
    if (person.life == Life.AWAY) {
      person.rows.add(new CensusRow(person, household.home, false, Hukou.LOCAL_BLOCK));
      return;
    }
    boolean registeredHere = person.hukou == Hukou.LOCAL_BLOCK;
    if (person.boards) {
      Hukou seenFromSchool = registeredHere ? Hukou.OTHER_BLOCK : person.hukou;
      person.rows.add(schoolRow(person, seenFromSchool));
    } else {
      person.rows.add(new CensusRow(person, household.home, true, person.hukou));
    }
    if (person.hukou == Hukou.OTHER_BLOCK || (person.boards && registeredHere)) {
      person.rows.add(new CensusRow(person, household.registered, false, Hukou.LOCAL_BLOCK));
    }
  }

  static CensusRow schoolRow(Person person, Hukou hukou) {
    CensusRow row = new CensusRow(person, person.school.bed(), true, hukou);
    row.relation = row.place.line() == 1 ? FamilyMaker.HEAD : FamilyMaker.OTHER;
    return row;
  }

  void register(Household household, Person person, Rng rng) {
    if (person.hukou != Hukou.LOCAL_BLOCK && person.hukou != Hukou.OTHER_BLOCK) {
      return;
    }
    SupplyRow row =
        new SupplyRow(SampleSupply.HOUSEHOLD_REGISTER, person, household.registered.address());
    row.household = household;
    boolean deathReported =
        person.death != null && (!person.death.isBefore(reference) || rng.chance(0.75));
    row.status = person.movedOut || deathReported ? "cancelled" : "normal";
    person.records.add(row);
  }

  private void births(Household household, Person person, Rng rng) {
    boolean known =
        person.mother != null
            && !person.birth.isBefore(reference.minusYears(1))
            && person.life != Life.AWAY
            && household.kind != Kind.FOREIGN;
    if (known && rng.chance(person.birth.isBefore(reference) ? 0.87 : 0.97)) {
      birth(household, person);
    }
  }

  static SupplyRow birth(Household household, Person person) {
    SupplyRow row = new SupplyRow(SampleSupply.BIRTHS, person, household.home.address());
    row.mother = person.mother;
    person.records.add(row);
    return row;
  }

  private void deaths(Household household, Person person, Rng rng) {
    if (person.death != null) {
      death(household, person, rng);
    }
  }

  static SupplyRow death(Household household, Person person, Rng rng) {
    SupplyRow first = null;
    SampleSupply[] supplies = {
      SampleSupply.DEATHS, SampleSupply.FUNERALS, SampleSupply.INSURED_DEATHS
    };
    double[] shares = {1, 0.8, 0.35};
    for (int i = 0; i < supplies.length; i++) {
      if (rng.chance(shares[i])) {
        SupplyRow row = new SupplyRow(supplies[i], person, household.home.address());
        row.death = person.death;
        person.records.add(row);
        first = first == null ? row : first;
      }
    }
    return first;
  }

  void student(Household household, Person person) {
    if (person.school != null) {
      SupplyRow row = new SupplyRow(SampleSupply.STUDENTS, person, household.home.address());
      row.school = person.school.name;
      row.schoolAddress = person.school.address();
      row.boarding = person.boards;
      person.records.add(row);
    }
  }

  private void insured(Household household, Person person, Rng rng) {
    int age = person.ageAt(reference);
    boolean works = age >= 18 && age < 60 && rng.chance(0.55);
    String employer = works ? employer(rng) : "";
    if (works) {
      insure(SampleSupply.SOCIAL_INSURED, household.home.address(), person, employer);
    }
    if (rng.chance(person.hukou == Hukou.OTHER_DISTRICT ? 0.4 : 0.75)) {
      insure(SampleSupply.MEDICAL_INSURED, household.home.address(), person, employer);
    }
    if (works && rng.chance(0.35)) {
      insure(SampleSupply.TAXPAYERS, household.home.address(), person, employer);
    }
    if (works && rng.chance(0.5)) {
      insure(SampleSupply.EMPLOYMENT, household.home.address(), person, employer);
    }
  }

  static SupplyRow insure(SampleSupply supply, Address address, Person person, String employer) {
    SupplyRow row = new SupplyRow(supply, person, address);
    row.organisation = employer;
    person.records.add(row);
    return row;
  }

  static String employer(Rng rng) {
    String employer = "样例" + (rng.below(400) + 1) + "号" + TRADES.pick(rng);
    return switch (rng.below(20)) {
      case 0 -> employer + ",第二分部";
      case 1 -> "\"样例\"" + TRADES.pick(rng);
      default -> employer;
    };
  }
}
