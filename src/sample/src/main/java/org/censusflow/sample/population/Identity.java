package org.censusflow.sample.population;

import java.time.LocalDate;

/** What a row says of a person; it may be wrong. */
abstract class Identity {

  String name;
  String id;
  boolean male;
  LocalDate birth;
  String ethnicity;

  Identity(Person person) {
    this.name = person.name;
    this.id = person.id;
    this.male = person.male;
    this.birth = person.birth;
    this.ethnicity = person.ethnicity;
  }
}
