package org.censusflow.registration.form;

import java.util.List;
import java.util.stream.Stream;

/** The logic checks of one person's answers, in the order of their ids. */
final class PersonRules {

  private static final List<PersonRule> RULES =
      Stream.of(
              BirthRules.all(),
              IdentityRules.all(),
              PlaceRules.all(),
              KinRules.all(),
              SchoolingRules.all(),
              LongFormRules.all(),
              ForeignFormRules.all(),
              DeathFormRules.all())
          .flatMap(List::stream)
          .toList();

  private PersonRules() {}

  static List<PersonRule> all() {
    return RULES;
  }
}
