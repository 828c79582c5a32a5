package org.censusflow.registration.form;

import static org.censusflow.registration.form.FormCatalogue.FOREIGN;
import static org.censusflow.registration.form.PersonRule.query;

import java.util.List;
import java.util.Set;

/** The form for residents from Hong Kong, Macao, Taiwan and foreigners. */
final class ForeignFormRules {

  private static final Set<String> ONLY = Set.of(FOREIGN);

  private ForeignFormRules() {}

  static List<PersonRule> all() {
    return List.of(
        query(
            "P38",
            ONLY,
            "came to work and is under 16",
            "来华目的为就业，但不满 16 周岁",
            p -> p.is("stay_purpose", "2") && p.age() >= 0 && p.age() < 16),
        query(
            "P39",
            ONLY,
            "settled and here for less than three months",
            "来华目的为定居，居住时间却在三个月以下",
            p -> p.is("stay_purpose", "4") && p.is("stay_time", "1")));
  }
}
