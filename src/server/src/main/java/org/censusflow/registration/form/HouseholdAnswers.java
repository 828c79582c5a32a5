package org.censusflow.registration.form;

import java.util.List;

/**
 * A household's answers and its persons.
 *
 * @param household answers to the household items; null for each that was not asked or answered
 * @param persons the persons in force, without those of the deaths form
 * @param deaths persons on the deaths form
 * @param drawn whether the household was drawn for the long form; null before the draw
 */
public record HouseholdAnswers(
    Answer household, List<PersonAnswers> persons, int deaths, Boolean drawn) {

  List<PersonAnswers> withRelation(Relation relation) {
    return persons.stream().filter(person -> person.is(relation)).toList();
  }

  long living(String residence) {
    return persons.stream().filter(person -> person.is("residence", residence)).count();
  }

  /** The sum of two answers, or -1 when neither was given. */
  int sum(String first, String second) {
    int a = number(first);
    int b = number(second);
    return a < 0 && b < 0 ? -1 : Math.max(a, 0) + Math.max(b, 0);
  }

  int number(String key) {
    try {
      String answer = household.get(key);
      return answer == null ? -1 : (int) Double.parseDouble(answer);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The head, where there is exactly one whose age is known; null otherwise. */
  PersonAnswers head() {
    List<PersonAnswers> heads = withRelation(Relation.HEAD);
    return heads.size() == 1 && heads.get(0).age() >= 0 ? heads.get(0) : null;
  }
}
