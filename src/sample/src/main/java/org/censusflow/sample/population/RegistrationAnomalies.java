package org.censusflow.sample.population;

import java.time.LocalDate;
import org.censusflow.sample.population.Household.Kind;
import org.censusflow.sample.population.Person.Hukou;
import org.censusflow.sample.population.Person.Life;

/**
 * D01: registered and not in the census; D05: lives here, and the row at the place of registration
 * is missing.
 */
final class RegistrationAnomalies {

  private final LocalDate reference;

  RegistrationAnomalies(LocalDate reference) {
    this.reference = reference;
  }

  int missed(Household household, int most, Rng rng) {
    if (household.kind == Kind.LOCAL && household.persons.size() <= most && rng.chance(0.25)) {
      return householdMissed(household);
    }
    Person person =
        Anomaly.any(
            household,
            rng,
            one ->
                one.hukou == Hukou.LOCAL_BLOCK
                    && one.relation != FamilyMaker.HEAD
                    && olderThanInfant(one)
                    && (Anomaly.plain(one) || (one.life == Life.AWAY && !one.touched)));
    if (person == null) {
      return 0;
    }
    String outcome = outcome(person, rng);
    String detail = "why=person overlooked";
    if (!outcome.equals("added")) {
      person.keepOnly(SampleSupply.HOUSEHOLD_REGISTER);
      detail =
          switch (outcome) {
            case "dead" -> "why=death never reported";
            case "emigrated" -> "why=settled abroad";
            case "not-found" -> "why=nobody knows the person";
            default -> rng.chance(0.3) ? "why=registered after the reference time" : "why=left";
          };
    }
    miss(household, person, outcome, detail);
    return 1;
  }

  private int householdMissed(Household household) {
    for (Person person : household.persons) {
      boolean fit =
          Anomaly.plain(person) && person.hukou == Hukou.LOCAL_BLOCK && olderThanInfant(person);
      if (!fit) {
        return 0;
      }
    }
    household.persons.forEach(
        person -> miss(household, person, "added", "why=household overlooked"));
    return household.persons.size();
  }

  private void miss(Household household, Person person, String outcome, String detail) {
    person.touched = true;
    person.rows.clear();
    household.differences.add(
        new InjectedDifference(
            "D01",
            null,
            person.record(SampleSupply.HOUSEHOLD_REGISTER),
            household.registered.block(),
            outcome,
            detail,
            null));
  }

  private String outcome(Person person, Rng rng) {
    if (person.life == Life.AWAY) {
      return rng.chance(0.8) ? "lives-elsewhere" : "emigrated";
    }
    String[] outcomes = {"added", "lives-elsewhere", "dead", "emigrated", "not-found"};
    String outcome = outcomes[rng.weighted(0.45, 0.27, 0.13, 0.06, 0.09)];
    return outcome.equals("dead") && person.ageAt(reference) < 55 ? "added" : outcome;
  }

  /** Infants stand in the birth records as well and belong to D02. */
  private boolean olderThanInfant(Person person) {
    return person.birth.isBefore(reference.minusYears(1));
  }

  int unpaired(Household household, int most, Rng rng) {
    Person person =
        Anomaly.any(
            household,
            rng,
            one ->
                one.hukou == Hukou.OTHER_BLOCK
                    && !one.touched
                    && !one.boards
                    && one.rows.size() == 2);
    if (person == null) {
      return 0;
    }
    person.touched = true;
    person.rows.removeIf(row -> !row.here);
    household.differences.add(
        new InjectedDifference(
            "D05",
            person.rows.get(0),
            person.record(SampleSupply.HOUSEHOLD_REGISTER),
            household.home.block(),
            rng.chance(0.9) ? "paired" : "kept",
            "hukou_block=" + household.registered.block().code,
            null));
    return 1;
  }
}
