package org.censusflow.sample.population;

import java.time.LocalDate;
import org.censusflow.sample.population.Household.Kind;
import org.censusflow.sample.population.Person.Hukou;
import org.censusflow.sample.population.Person.Life;

/**
 * D02: a birth on record and no census row; D03: a death on record and a census row; D08: outside
 * the census's time.
 */
final class EventAnomalies {

  private final LocalDate reference;
  private final PersonMaker persons;
  private final HouseholdFactory households;

  EventAnomalies(LocalDate reference, PersonMaker persons, HouseholdFactory households) {
    this.reference = reference;
    this.persons = persons;
    this.households = households;
  }

  int birthMissed(Household household, int most, Rng rng) {
    Person infant = Anomaly.any(household, rng, this::infant);
    if (infant == null) {
      return 0;
    }
    infant.touched = true;
    infant.rows.clear();
    infant.keepOnly(SampleSupply.BIRTHS);
    infant.id = "";
    SupplyRow birth = infant.record(SampleSupply.BIRTHS);
    birth = birth == null ? RowMaker.birth(household, infant) : birth;
    boolean dead = rng.chance(0.12);
    String detail = dead ? "why=died within days" : "why=infant overlooked";
    household.differences.add(
        new InjectedDifference(
            "D02", null, birth, household.home.block(), dead ? "dead" : "added", detail, null));
    return 1;
  }

  private boolean infant(Person person) {
    return Anomaly.plain(person)
        && person.mother != null
        && person.mother.life == Life.HERE
        && !person.birth.isBefore(reference.minusYears(1));
  }

  /** The mother came for the delivery; nobody of the family lives here or is registered here. */
  int birthOfVisitor(Household household, int most, Rng rng) {
    Person mother = persons.stranger(rng.between(21, 38), rng);
    mother.male = false;
    mother.hukou = Hukou.OTHER_DISTRICT;
    persons.issueId(mother, rng);
    Person infant = persons.stranger(0, rng);
    infant.mother = mother;
    infant.hukou = Hukou.OTHER_DISTRICT;
    infant.touched = true;
    SupplyRow row = RowMaker.birth(household, infant);
    row.address = RowPlace.newHousehold(household.home.block()).address();
    household.persons.add(infant);
    household.differences.add(
        new InjectedDifference(
            "D02",
            null,
            row,
            household.home.block(),
            "non-resident",
            "why=mother came for the delivery",
            null));
    return 1;
  }

  int deathOnRecord(Household household, int most, Rng rng) {
    Person person =
        Anomaly.any(household, rng, one -> Anomaly.plain(one) && one.ageAt(reference) >= 55);
    if (person == null) {
      return 0;
    }
    boolean dead = rng.chance(0.8);
    person.touched = true;
    person.death = reference.minusDays(rng.between(7, 330));
    SupplyRow register = person.record(SampleSupply.HOUSEHOLD_REGISTER);
    if (dead) {
      person.keepOnly(SampleSupply.HOUSEHOLD_REGISTER);
      if (register != null && rng.chance(0.5)) {
        register.status = "cancelled";
      }
    }
    SupplyRow death = RowMaker.death(household, person, rng);
    household.differences.add(
        new InjectedDifference(
            "D03",
            person.rows.get(0),
            death,
            household.home.block(),
            dead ? "removed" : "kept",
            dead ? "why=registered from hearsay" : "why=death entered for the wrong person",
            null));
    return 1;
  }

  int bornAfter(Household household, int most, Rng rng) {
    boolean fit = household.kind == Kind.LOCAL || household.kind == Kind.MIGRANT;
    Person newborn = fit && rng.chance(0.4) ? households.newborn(household, rng) : null;
    if (newborn == null) {
      return 0;
    }
    newborn.touched = true;
    newborn.hukou = household.kind == Kind.LOCAL ? Hukou.LOCAL_BLOCK : Hukou.OTHER_DISTRICT;
    persons.issueId(newborn, rng);
    CensusRow row = new CensusRow(newborn, household.home, true, newborn.hukou);
    newborn.rows.add(row);
    SupplyRow birth = RowMaker.birth(household, newborn);
    new RowMaker(reference).register(household, newborn, rng);
    household.persons.add(newborn);
    household.differences.add(
        new InjectedDifference(
            "D08",
            row,
            birth,
            household.home.block(),
            "removed",
            "why=born after the reference time",
            null));
    return 1;
  }

  /**
   * No register knows the infant, so that the wrong date contradicts nothing but its own ID number.
   */
  int dateMistyped(Household household, int most, Rng rng) {
    Person infant =
        household.kind == Kind.MIGRANT ? Anomaly.any(household, rng, this::infant) : null;
    if (infant == null) {
      return 0;
    }
    infant.touched = true;
    infant.records.clear();
    CensusRow row = infant.rows.get(0);
    row.birth = reference.plusDays(rng.below(10));
    household.differences.add(
        new InjectedDifference(
            "D08",
            row,
            null,
            household.home.block(),
            "corrected",
            "field=birth_date;right=" + infant.birth,
            null));
    return 1;
  }
}
