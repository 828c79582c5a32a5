package org.censusflow.base.district;

/**
 * A clause of a notice.
 *
 * @param id stable id, e.g. {@code H1.08b}; models, forms and district files cite it
 * @param notice key of its notice
 * @param unit key of the unit that it binds; null when it binds several or everyone
 * @param subject what it is about, in short and in the project's own words
 */
public record Clause(String id, String notice, String unit, String subject) {}
