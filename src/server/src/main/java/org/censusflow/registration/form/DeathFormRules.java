package org.censusflow.registration.form;

import static org.censusflow.registration.form.FormCatalogue.DEATH;
import static org.censusflow.registration.form.PersonRule.error;
import static org.censusflow.registration.form.PersonRule.query;

import java.util.List;
import java.util.Set;

/** The deaths form. */
final class DeathFormRules {

  private static final Set<String> ONLY = Set.of(DEATH);

  private DeathFormRules() {}

  static List<PersonRule> all() {
    return List.of(
        error(
            "S01",
            ONLY,
            "died before birth",
            "死亡日期早于出生日期",
            (p, at) -> p.death() != null && p.birth() != null && p.death().isBefore(p.birth())),
        error(
            "S02",
            ONLY,
            "died outside the twelve months before the reference time",
            "死亡日期不在标准时点前一年内，不应填报死亡表",
            (p, at) ->
                p.death() != null
                    && (p.death().isBefore(at.reference().minusYears(1))
                        || !p.death().isBefore(at.reference()))),
        query("S03", ONLY, "no ID number", "死亡人口没有公民身份号码，请核实", p -> p.get("id_number") == null));
  }
}
