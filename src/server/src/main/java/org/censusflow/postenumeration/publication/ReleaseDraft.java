package org.censusflow.postenumeration.publication;

/**
 * A release as it was drafted. The text holds sums, never a person.
 *
 * @param population residents of the district that the release states
 * @param note why that differs from the registrations' own count; null when it does not
 * @param source where the figures come from
 * @param tableKind what kind of figures, as the decision table {@code DisclosureControl} knows it
 * @param areaLevel the smallest areas shown
 * @param smallestCell the smallest figure above zero
 * @param corrects number of the release to correct; null for none
 */
public record ReleaseDraft(
    String title,
    String content,
    String methodNote,
    int population,
    String note,
    String source,
    String tableKind,
    String areaLevel,
    int smallestCell,
    Long corrects,
    String correction) {}
