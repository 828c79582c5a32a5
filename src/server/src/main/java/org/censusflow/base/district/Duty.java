package org.censusflow.base.district;

/**
 * One thing that a unit has to do.
 *
 * @param clause id of the notice's clause, e.g. {@code H1.08b}
 * @param text the duty in the project's own words, shown to staff
 * @param actor key of the group that does it when not the unit's own, e.g. {@code census-office};
 *     otherwise null
 */
public record Duty(String clause, String text, String actor) {}
