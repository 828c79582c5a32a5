package org.censusflow.registration.form;

import java.time.LocalDate;

/**
 * The days that checks need.
 *
 * @param reference day of the reference time
 * @param filledIn day on which the form was filled in: nobody on it can be born later
 */
public record Moment(LocalDate reference, LocalDate filledIn) {}
