package org.censusflow.registration.form;

import static org.censusflow.registration.form.FormCatalogue.FOREIGN;
import static org.censusflow.registration.form.PersonRule.EVERYONE;
import static org.censusflow.registration.form.PersonRule.RESIDENTS;
import static org.censusflow.registration.form.PersonRule.error;
import static org.censusflow.registration.form.PersonRule.query;

import java.util.List;
import java.util.Set;

/** Where somebody lives and is registered. */
final class PlaceRules {

  private PlaceRules() {}

  static List<PersonRule> all() {
    return List.of(
        error(
            "P13",
            RESIDENTS,
            "lives here and D7 is not this block, or the reverse",
            "普查时点居住地与登记情形矛盾",
            p ->
                p.get("residence_place") != null
                    && p.is("residence", "here") != p.is("residence_place", "1")),
        error(
            "P14",
            RESIDENTS,
            "D8 contradicts where the registration is",
            "户口登记地与户口所在矛盾",
            p ->
                p.get("hukou_registered") != null
                    && p.get("hukou_place") != null
                    && !hukouAgrees(p)),
        query(
            "P15",
            RESIDENTS,
            "never left the place of registration, which is elsewhere",
            "户口不在本普查小区，却填没有离开户口登记地",
            p ->
                p.is("absence_time", "1")
                    && p.is("hukou_place", "other-block", "other-district")
                    && !p.is("hukou_registered", "1")),
        query(
            "P16",
            EVERYONE,
            "absent and never left the place of registration",
            "户口在本户未住本户，却填没有离开户口登记地",
            p -> p.is("residence", "absent") && p.is("absence_time", "1")),
        query(
            "P17",
            EVERYONE,
            "absent and not registered in this block",
            "登记为户口在本户未住本户，但户口不在本普查小区",
            p ->
                p.is("residence", "absent")
                    && p.get("hukou_place") != null
                    && !p.is("hukou_place", "local-block")),
        query(
            "P18",
            Set.of(FOREIGN),
            "the form for foreigners for somebody who does not live here",
            "港澳台居民和外籍人员只登记普查时点居住在本户的人",
            p -> p.is("residence", "absent")));
  }

  private static boolean hukouAgrees(PersonAnswers p) {
    return switch (p.get("hukou_place")) {
      case "local-block" -> p.is("hukou_registered", "1");
      case "other-block" -> p.is("hukou_registered", "1", "2", "3");
      case "other-district" -> p.is("hukou_registered", "4");
      case "none" -> p.is("hukou_registered", "5");
      default -> true;
    };
  }
}
