package org.censusflow.registration.form;

import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A check of one person's answers, and how it is decided.
 *
 * @param forms the forms that it holds for
 */
record PersonRule(Check check, Set<String> forms, BiPredicate<PersonAnswers, Moment> fires) {}
