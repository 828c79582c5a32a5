package org.censusflow.registration.form;

import java.util.function.Predicate;

/** A check of a household's answers together, and how it is decided. */
record HouseholdRule(Check check, Predicate<HouseholdAnswers> fires) {}
