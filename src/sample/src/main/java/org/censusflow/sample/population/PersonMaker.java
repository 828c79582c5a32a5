package org.censusflow.sample.population;

import java.time.LocalDate;
import org.censusflow.sample.population.Person.Hukou;

/**
 * Makes single persons: birth date, name and number for a given age, kind of household and
 * ethnicity.
 */
final class PersonMaker {

  private static final String[] MINORITIES = {
    "15", "06", "08", "22", "03", "12", "13", "09", "11", "07", "05", "04", "17", "02", "23"
  };
  private static final double[] MINORITY_WEIGHTS = {
    18, 16, 14, 14, 10, 6, 5, 5, 5, 4, 7, 3, 3, 2, 1
  };

  private final NameMaker names;
  private final IdIssuer ids;
  private final LocalDate reference;
  private final double minority;

  PersonMaker(SampleOptions options) {
    ErrorModel.Composition composition = options.errors().composition();
    this.names = new NameMaker(composition.rareName());
    this.ids = new IdIssuer(options.district().code());
    this.reference = options.reference();
    this.minority = composition.minority();
  }

  LocalDate reference() {
    return reference;
  }

  String ethnicity(Rng rng) {
    return rng.chance(minority) ? MINORITIES[rng.weighted(MINORITY_WEIGHTS)] : Person.HAN;
  }

  LocalDate birthAtAge(int age, Rng rng) {
    return reference.minusYears(age).minusDays(1 + rng.below(365));
  }

  String surname(Household.Kind kind, Rng rng) {
    boolean local = kind == Household.Kind.LOCAL || kind == Household.Kind.AWAY;
    return names.surname(local && rng.chance(0.8), rng);
  }

  String givenCharacter(boolean male, LocalDate birth, Rng rng) {
    return names.givenCharacter(male, birth.getYear(), rng);
  }

  /** A person with a name; the number follows when it is settled where the person is registered. */
  Person named(
      String surname,
      boolean male,
      LocalDate birth,
      String ethnicity,
      String generation,
      Person father,
      Rng rng) {
    Person person = new Person();
    person.male = male;
    person.birth = birth;
    person.ethnicity = ethnicity;
    if (NameMaker.ownForm(ethnicity)) {
      String fathers = father == null ? "" : father.name.split(NameMaker.DOT)[0];
      person.name = names.ownFormName(ethnicity, male, fathers, rng);
    } else {
      person.surname = surname;
      person.name = surname + names.given(male, birth.getYear(), generation, rng);
    }
    return person;
  }

  /** An adult of no family: for shared dwellings and for people whom only a department knows. */
  Person stranger(int age, Rng rng) {
    String ethnicity = ethnicity(rng);
    return named(
        names.surname(false, rng), rng.chance(0.5), birthAtAge(age, rng), ethnicity, "", null, rng);
  }

  /**
   * Hong Kong, Macao and Taiwan residents hold a permit; of other foreigners the form asks no
   * number.
   */
  void makeForeign(Person person, boolean permit, Rng rng) {
    person.foreign = true;
    person.hukou = Hukou.NONE;
    if (permit) {
      person.id = ids.permit(person.birth, person.male, rng);
    } else {
      person.name = names.foreigner(person.male, rng);
      // Other: the list of 56 peoples does not apply to foreigners.
      person.ethnicity = "97";
    }
  }

  void issueId(Person person, Rng rng) {
    if (NameMaker.ownForm(person.ethnicity)) {
      person.id = ids.ofEthnicity(person.ethnicity, person.birth, person.male, rng);
    } else if (person.hukou == Hukou.OTHER_DISTRICT) {
      person.id = ids.elsewhere(person.birth, person.male, rng);
    } else {
      person.id = ids.local(person.birth, person.male, rng);
    }
  }
}
