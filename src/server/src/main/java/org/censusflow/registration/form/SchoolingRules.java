package org.censusflow.registration.form;

import static org.censusflow.registration.form.PersonRule.ALL;
import static org.censusflow.registration.form.PersonRule.RESIDENTS;
import static org.censusflow.registration.form.PersonRule.query;

import java.util.List;

/** Education and age. */
final class SchoolingRules {

  private SchoolingRules() {}

  static List<PersonRule> all() {
    return List.of(
        query(
            "P24",
            ALL,
            "junior middle school under 10, senior under 13",
            "年龄与初中、高中教育程度不符",
            p ->
                p.age() >= 0
                    && (p.is("education", "4") && p.age() < 10
                        || p.is("education", "5") && p.age() < 13)),
        query(
            "P25",
            ALL,
            "college or university under 15, postgraduate under 19",
            "年龄与大学及以上教育程度不符",
            p ->
                p.age() >= 0
                    && (p.is("education", "6", "7") && p.age() < 15
                        || p.is("education", "8", "9") && p.age() < 19)),
        query(
            "P26",
            RESIDENTS,
            "kindergarten over 14",
            "15 周岁及以上仍填学前教育",
            p -> p.is("education", "2") && p.age() >= 15),
        query(
            "P27",
            RESIDENTS,
            "does not read and finished junior middle school or more",
            "受教育程度为初中及以上却不识字",
            p -> p.is("literate", "2") && p.number("education") >= 4));
  }
}
