package org.censusflow.registration.form;

import static org.censusflow.registration.form.PersonRule.ALL;
import static org.censusflow.registration.form.PersonRule.EVERYONE;
import static org.censusflow.registration.form.PersonRule.error;
import static org.censusflow.registration.form.PersonRule.query;

import java.util.List;

/** Whether somebody was born when they can have been. */
final class BirthRules {

  /** Beyond this age a birth date is impossible, not only doubtful. */
  private static final int OLDEST = 130;

  private BirthRules() {}

  static List<PersonRule> all() {
    return List.of(
        error(
            "P01",
            ALL,
            "born after the day the form was filled in",
            "出生日期晚于填报日期",
            (p, at) -> p.birth() != null && p.birth().isAfter(at.filledIn())),
        query(
            "P02",
            EVERYONE,
            "born on or after the reference time",
            "标准时点以后出生，不应登记",
            (p, at) ->
                p.birth() != null
                    && !p.birth().isBefore(at.reference())
                    && !p.birth().isAfter(at.filledIn())),
        error("P03", ALL, "older than 130", "年龄超过 130 岁", (p, at) -> p.age() > OLDEST),
        query(
            "P04",
            EVERYONE,
            "older than 105",
            "年龄超过 105 岁，请核实",
            p -> p.age() > 105 && p.age() <= OLDEST));
  }
}
