package org.censusflow.base.district;

import java.util.List;

/**
 * A clause that is not one unit's duty: leadership, scope, way of working, law.
 *
 * @param clause id of the notice's clause, e.g. {@code H2.5}
 * @param text the rule in the project's own words, shown to staff
 * @param actors keys of the groups it is for; {@code all-units} and {@code all-subdistricts} stand
 *     for every one of them; empty when it binds everyone
 */
public record Rule(String clause, String text, List<String> actors) {

  public static final String ALL_UNITS = "all-units";
  public static final String ALL_SUBDISTRICTS = "all-subdistricts";

  public Rule {
    actors = Copies.of(actors);
  }
}
