package org.censusflow.registration.form;

import static org.censusflow.registration.form.FormCatalogue.DEATH;
import static org.censusflow.registration.form.FormCatalogue.FOREIGN;
import static org.censusflow.registration.form.FormCatalogue.LONG;
import static org.censusflow.registration.form.FormCatalogue.SHORT;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.censusflow.registration.form.Check.Scope;

/**
 * A check of one person's answers, and how it is decided.
 *
 * @param forms the forms that it holds for
 */
record PersonRule(Check check, Set<String> forms, BiPredicate<PersonAnswers, Moment> fires) {

  /** The forms of the living. */
  static final Set<String> EVERYONE = Set.of(SHORT, LONG, FOREIGN);

  /** The forms of those who have a household registration. */
  static final Set<String> RESIDENTS = Set.of(SHORT, LONG);

  static final Set<String> ALL = Set.of(SHORT, LONG, FOREIGN, DEATH);

  /** The answer is kept and waits to be verified with the household. */
  static PersonRule query(
      String id,
      Set<String> forms,
      String condition,
      String message,
      Predicate<PersonAnswers> fires) {
    return query(id, forms, condition, message, (p, at) -> fires.test(p));
  }

  static PersonRule query(
      String id,
      Set<String> forms,
      String condition,
      String message,
      BiPredicate<PersonAnswers, Moment> fires) {
    return rule(Severity.QUERY, id, forms, condition, message, fires);
  }

  /** The row is refused. */
  static PersonRule error(
      String id,
      Set<String> forms,
      String condition,
      String message,
      Predicate<PersonAnswers> fires) {
    return error(id, forms, condition, message, (p, at) -> fires.test(p));
  }

  static PersonRule error(
      String id,
      Set<String> forms,
      String condition,
      String message,
      BiPredicate<PersonAnswers, Moment> fires) {
    return rule(Severity.ERROR, id, forms, condition, message, fires);
  }

  private static PersonRule rule(
      Severity severity,
      String id,
      Set<String> forms,
      String condition,
      String message,
      BiPredicate<PersonAnswers, Moment> fires) {
    Scope scope = id.startsWith("S") ? Scope.DEATH : Scope.PERSON;
    return new PersonRule(new Check(id, severity, scope, condition, message), forms, fires);
  }
}
