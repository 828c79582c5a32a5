package org.censusflow.sample.population;

import java.time.LocalDate;
import org.censusflow.sample.population.Household.Kind;
import org.censusflow.sample.population.Person.Hukou;
import org.censusflow.sample.population.Person.Life;

/**
 * Makes households as they truly are: who belongs to them, where each lives and is registered,
 * births and deaths.
 */
final class HouseholdFactory {

  /**
   * Weeks between the reference time and the registers' as-of date in which things happen, in days.
   */
  private static final int LATE_DAYS = 17;

  private final ErrorModel.Composition shares;
  private final PersonMaker persons;
  private final FamilyMaker families;
  private final AreaPlan plan;
  private final LocalDate reference;
  private final String districtCode;
  private long registered;

  HouseholdFactory(SampleOptions options, PersonMaker persons, AreaPlan plan) {
    this.shares = options.errors().composition();
    this.persons = persons;
    this.families = new FamilyMaker(persons);
    this.plan = plan;
    this.reference = options.reference();
    this.districtCode = options.district().code();
  }

  Household make(SampleBlock block, Rng rng) {
    Kind kind = kind(rng);
    Household household = new Household(kind, RowPlace.newHousehold(block));
    household.registerNumber =
        districtCode + Texts.padded(++registered * 271_828_183L % 999_999_937L, 9);
    household.persons.addAll(families.make(kind, rng));
    settle(household, rng);
    schools(household, rng);
    events(household, rng);
    return household;
  }

  private Kind kind(Rng rng) {
    double rest = 1 - shares.split() - shares.migrant() - shares.away() - shares.foreign();
    Kind[] kinds = {Kind.SPLIT, Kind.MIGRANT, Kind.AWAY, Kind.FOREIGN, Kind.LOCAL};
    return kinds[
        rng.weighted(
            shares.split(), shares.migrant(), shares.away(), shares.foreign(), Math.max(0, rest))];
  }

  private void settle(Household household, Rng rng) {
    if (household.kind == Kind.SPLIT) {
      SampleBlock other = plan.other(household.home.block(), rng);
      if (other != household.home.block()) {
        household.registered = RowPlace.newHousehold(other);
      }
    }
    boolean permits = rng.chance(0.65);
    for (Person person : household.persons) {
      switch (household.kind) {
        case SPLIT ->
            person.hukou =
                household.registered == household.home ? Hukou.LOCAL_BLOCK : Hukou.OTHER_BLOCK;
        case MIGRANT -> person.hukou = Hukou.OTHER_DISTRICT;
        case AWAY -> person.life = Life.AWAY;
        case FOREIGN -> persons.makeForeign(person, permits, rng);
        default -> settleLocal(person, rng);
      }
      if (household.kind != Kind.FOREIGN) {
        persons.issueId(person, rng);
      }
    }
  }

  private void settleLocal(Person person, Rng rng) {
    if (person.relation == FamilyMaker.SPOUSE && rng.chance(shares.mixedCouple())) {
      person.hukou = Hukou.OTHER_DISTRICT;
    }
    boolean grownUp = person.relation == FamilyMaker.CHILD && person.ageAt(reference) >= 18;
    if (grownUp && rng.chance(shares.absentMember())) {
      person.life = Life.AWAY;
    }
  }

  private void schools(Household household, Rng rng) {
    for (Person person : household.persons) {
      int age = person.ageAt(reference.minusMonths(2));
      if (person.life != Life.HERE || person.foreign || age < 6 || age > 17 || rng.chance(0.03)) {
        continue;
      }
      person.school = age < 12 ? plan.primarySchool(rng) : plan.middleSchool(rng);
      SampleBlock school = person.school.block;
      person.boards =
          age >= 12
              && shares.split() > 0
              && school != household.home.block()
              && school != household.registered.block()
              && rng.chance(0.08);
    }
  }

  private void events(Household household, Rng rng) {
    int size = household.persons.size();
    boolean local = household.kind == Kind.LOCAL;
    if (!local && household.kind != Kind.MIGRANT) {
      return;
    }
    if (rng.chance(shares.deaths() * size)) {
      household.persons.add(deceased(household, rng));
    }
    if (rng.chance(shares.lateDeaths() * size)) {
      for (Person person : household.persons) {
        if (person.life == Life.HERE && person.ageAt(reference) >= 50) {
          person.death = reference.plusDays(rng.below(LATE_DAYS));
          break;
        }
      }
    }
    // Only about a third of the households have a mother of the age, hence the factor.
    if (rng.chance(shares.lateBirths() * size * 3)) {
      Person newborn = newborn(household, rng);
      if (newborn != null) {
        newborn.life = Life.GONE;
        newborn.hukou = local && rng.chance(0.5) ? Hukou.LOCAL_BLOCK : Hukou.NONE;
        if (newborn.hukou == Hukou.LOCAL_BLOCK) {
          persons.issueId(newborn, rng);
        }
        household.persons.add(newborn);
      }
    }
    if (local && rng.chance(shares.movedOut() * size)) {
      Person moved = persons.stranger(rng.between(19, 40), rng);
      moved.relation = FamilyMaker.OTHER;
      moved.life = Life.GONE;
      moved.movedOut = true;
      persons.issueId(moved, rng);
      household.persons.add(moved);
    }
    if (local && size > 1 && rng.chance(shares.lateMoves() * size)) {
      Person last = household.persons.get(size - 1);
      last.movedOut = last.life == Life.HERE && last.death == null && !last.boards;
    }
  }

  private Person deceased(Household household, Rng rng) {
    LocalDate birth = persons.birthAtAge(rng.between(63, 93), rng);
    Person head = household.head();
    String surname = head.surname.isEmpty() ? persons.surname(household.kind, rng) : head.surname;
    Person elder = persons.named(surname, rng.chance(0.55), birth, head.ethnicity, "", null, rng);
    elder.relation = FamilyMaker.PARENT;
    elder.life = Life.GONE;
    elder.hukou = head.hukou;
    elder.death = reference.minusDays(1 + rng.below(360));
    persons.issueId(elder, rng);
    return elder;
  }

  /**
   * A child born in the weeks after the reference time, or null when no mother of the age lives
   * here.
   */
  Person newborn(Household household, Rng rng) {
    Person mother = household.mother();
    if (mother == null || mother.ageAt(reference) < 20 || mother.ageAt(reference) > 42) {
      return null;
    }
    for (Person person : household.persons) {
      if (person.mother == mother && person.birth.isAfter(reference.minusMonths(10))) {
        return null;
      }
    }
    Person father = null;
    for (Person person : household.persons) {
      father = person.male && person.relation <= FamilyMaker.SPOUSE ? person : father;
    }
    LocalDate birth = reference.plusDays(rng.below(LATE_DAYS));
    String surname = (father == null ? mother : father).surname;
    return families.child(surname, birth, "", father, mother, rng);
  }
}
