package org.censusflow.registration.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.censusflow.registration.intake.HouseholdSubmission;

/** A household as it may be registered anywhere: one invented person, who heads it. */
public final class OneHousehold {

  private OneHousehold() {}

  public static Map<String, String> head() {
    return Map.of(
        "name",
        "戴伟",
        "relation",
        "0",
        "id_number",
        "34052419800101001X",
        "sex",
        "1",
        "birth_date",
        "1980-01-01",
        "ethnicity",
        "01",
        "residence",
        "here",
        "hukou_place",
        "local-block");
  }

  /**
   * @param key the client's own, which makes a repeated request known
   * @param number of the household in its block
   */
  public static HouseholdSubmission form(String key, String block, int number) {
    return new HouseholdSubmission(
        key,
        block,
        number,
        "样例路1号",
        "field",
        LocalDate.of(2020, 11, 3),
        "signature",
        "short",
        Map.of(),
        List.of(head()));
  }
}
