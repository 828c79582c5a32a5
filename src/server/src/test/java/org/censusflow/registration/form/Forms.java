package org.censusflow.registration.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forms that no check objects to, and what tests change in them. */
final class Forms {

  static final LocalDate REFERENCE = LocalDate.of(2020, 11, 1);
  static final LocalDate FILLED_IN = LocalDate.of(2020, 11, 10);
  static final FormCatalogue CATALOGUE = FormCatalogue.load();
  static final FormChecker CHECKER = new FormChecker(CATALOGUE, REFERENCE, FILLED_IN);

  private Forms() {}

  /** A man of 40, head of his household, registered where he lives. */
  static Map<String, String> man(String... changes) {
    return changed(
        answers(
            "name=戴伟",
            "relation=0",
            "id_number=34052419800101001X",
            "sex=1",
            "birth_date=1980-01-01",
            "ethnicity=01",
            "residence=here",
            "hukou_place=local-block",
            "residence_place=1",
            "hukou_registered=1",
            "absence_time=1",
            "education=5"),
        changes);
  }

  /** The same on the long form, working. */
  static Map<String, String> manOnLongForm(String... changes) {
    return changed(
        man(
            "contracted_land=2",
            "birthplace=1",
            "place_5_years_ago=1",
            "study=2",
            "work=1",
            "work_hours=40",
            "employer=1",
            "industry=391",
            "occupation=60208",
            "livelihood=1",
            "marital=2",
            "first_marriage=2005-05"),
        changes);
  }

  /** His wife on the long form. */
  static Map<String, String> wifeOnLongForm(String... changes) {
    return changed(
        manOnLongForm(
            "name=白萍",
            "relation=1",
            "sex=2",
            "id_number=110105198001010024",
            "children_born=1",
            "children_alive=1",
            "births_last_year=0"),
        changes);
  }

  static Map<String, String> foreigner(String... changes) {
    return changed(
        answers(
            "name=曾恒峰",
            "relation=0",
            "id_number=830000197502175297",
            "sex=1",
            "birth_date=1975-02-17",
            "residence=here",
            "education=7",
            "foreign_status=3",
            "stay_purpose=2",
            "stay_time=5",
            "marital=2",
            "foreign_work=1"),
        changes);
  }

  static Map<String, String> dead(String... changes) {
    return changed(
        answers(
            "name=林振添",
            "id_number=34052419800101001X",
            "sex=1",
            "birth_date=1980-01-01",
            "ethnicity=01",
            "education=5",
            "marital=2",
            "death_date=2020-05-06"),
        changes);
  }

  static Map<String, String> household(String... changes) {
    return changed(
        answers(
            "household_type=1",
            "persons_here=2",
            "persons_absent=0",
            "births_male=0",
            "births_female=0",
            "deaths_male=0",
            "deaths_female=0",
            "dwelling=1",
            "floor_area=90",
            "rooms=3"),
        changes);
  }

  private static Map<String, String> answers(String... pairs) {
    return changed(new HashMap<>(), pairs);
  }

  /** {@code key=value} sets an answer, {@code key=} takes it away. */
  static Map<String, String> changed(Map<String, String> answers, String... changes) {
    for (String change : changes) {
      int at = change.indexOf('=');
      if (at == change.length() - 1) {
        answers.remove(change.substring(0, at));
      } else {
        answers.put(change.substring(0, at), change.substring(at + 1));
      }
    }
    return answers;
  }

  static Set<String> allItems() {
    Set<String> keys = new java.util.HashSet<>();
    CATALOGUE.personItems().forEach(item -> keys.add(item.key()));
    CATALOGUE.householdItems().forEach(item -> keys.add(item.key()));
    return keys;
  }

  static List<String> fired(String form, Map<String, String> answers) {
    return fired(CHECKER, form, answers);
  }

  static List<String> fired(FormChecker checker, String form, Map<String, String> answers) {
    return ids(checker.check(checker.person(form, answers::get), allItems()));
  }

  static List<String> ids(List<Violation> found) {
    return found.stream().map(violation -> violation.check().id()).toList();
  }

  static PersonAnswers person(String form, Map<String, String> answers) {
    return CHECKER.person(form, answers::get);
  }

  static HouseholdAnswers household(Map<String, String> household, PersonAnswers... persons) {
    return new HouseholdAnswers(household::get, Arrays.asList(persons), 0, null);
  }
}
