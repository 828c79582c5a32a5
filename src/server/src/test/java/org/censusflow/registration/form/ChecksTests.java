package org.censusflow.registration.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.censusflow.registration.form.Forms.changed;
import static org.censusflow.registration.form.Forms.dead;
import static org.censusflow.registration.form.Forms.fired;
import static org.censusflow.registration.form.Forms.foreigner;
import static org.censusflow.registration.form.Forms.household;
import static org.censusflow.registration.form.Forms.ids;
import static org.censusflow.registration.form.Forms.man;
import static org.censusflow.registration.form.Forms.manOnLongForm;
import static org.censusflow.registration.form.Forms.person;
import static org.censusflow.registration.form.Forms.wifeOnLongForm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.censusflow.registration.form.Check.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check fires on what it is for, alone, and on nothing that is right. */
class ChecksTests {

  /** A form that one check objects to. */
  private record Case(
      String id, String form, Map<String, String> answers, List<String> alsoFired) {}

  private static Case on(String id, String form, Map<String, String> answers, String... alsoFired) {
    return new Case(id, form, answers, List.of(alsoFired));
  }

  static Stream<Case> persons() {
    return Stream.of(
        on("F01", "short", man("name=")),
        on("F02", "short", man("ethnicity=77")),
        on("F02", "long", manOnLongForm("industry=990")),
        on("F02", "long", manOnLongForm("occupation=90000")),
        on("F03", "long", manOnLongForm("work_hours=200"), "P33"),
        on("F04", "short", man("birth_date=2019-02-30")),
        on("F05", "short", man("name=戴\t伟")),
        on("F06", "short", man("education=")),
        on("F07", "short", man("literate=1")),
        on("P01", "short", man("birth_date=2021-01-01", "id_number=", "education="), "P08", "P19"),
        on(
            "P02",
            "short",
            man("birth_date=2020-11-01", "id_number=", "education=", "relation=2"),
            "P08"),
        on("P03", "short", man("birth_date=1880-01-01", "id_number="), "P08"),
        on("P04", "short", man("birth_date=1910-01-01", "id_number="), "P08"),
        on("P05", "short", man("id_number=340524198001010011")),
        on("P06", "short", man("birth_date=1980-01-02")),
        on("P07", "short", man("sex=2")),
        on("P08", "short", man("id_number=")),
        on("P09", "short", man("name=戴□")),
        on("P10", "short", man("name=未取名")),
        on("P11", "short", man("id_number=830000197502175297", "birth_date=1975-02-17")),
        on("P12", "foreign", foreigner("id_number=34052419800101001X", "birth_date=1980-01-01")),
        on("P13", "short", man("residence_place=2")),
        on("P14", "short", man("hukou_registered=4")),
        on("P15", "short", man("hukou_place=other-district", "hukou_registered=4")),
        on("P16", "short", man("residence=absent", "residence_place=2")),
        on(
            "P17",
            "short",
            man(
                "residence=absent",
                "residence_place=2",
                "hukou_place=other-district",
                "hukou_registered=4",
                "absence_time=2",
                "absence_reason=0")),
        on("P18", "foreign", foreigner("residence=absent")),
        on("P19", "short", child("relation=0")),
        on("P20", "short", child("relation=1")),
        on("P21", "short", child("relation=3")),
        on("P22", "short", man("relation=5")),
        on("P23", "short", child("relation=6")),
        on("P24", "short", child("education=5")),
        on("P25", "short", child("education=8")),
        on("P26", "short", man("education=2", "literate=1")),
        on("P27", "short", man("education=4", "literate=2"), "F07"),
        on("P28", "long", wifeOnLongForm("marital=3")),
        on("P29", "long", manOnLongForm("first_marriage=1990-01")),
        on("P30", "long", manOnLongForm("first_marriage=2021-01")),
        on("P31", "long", wifeOnLongForm("children_alive=2")),
        on("P32", "long", wifeOnLongForm("births_last_year=2")),
        on("P33", "long", manOnLongForm("work_hours=120")),
        on(
            "P34",
            "long",
            manOnLongForm(
                "work=3", "work_hours=", "employer=", "industry=", "occupation=", "not_working=3")),
        on(
            "P35",
            "long",
            manOnLongForm(
                "birth_date=1950-01-01",
                "id_number=",
                "study=1",
                "living_arrangement=2",
                "health=1",
                "first_marriage=1975-05"),
            "P08"),
        on(
            "P36",
            "long",
            manOnLongForm(
                "birth_date=1990-01-01",
                "id_number=",
                "livelihood=2",
                "work=3",
                "work_hours=",
                "employer=",
                "industry=",
                "occupation=",
                "not_working=2",
                "first_marriage=2015-05"),
            "P08"),
        on("P37", "long", manOnLongForm("marital=1"), "F07"),
        on(
            "P38",
            "foreign",
            foreigner(
                "birth_date=2010-02-17",
                "id_number=",
                "marital=",
                "foreign_work=",
                "education=3",
                "relation=2")),
        on("P39", "foreign", foreigner("stay_purpose=4", "stay_time=1")),
        on("S01", "death", dead("death_date=1979-12-31", "education=", "marital="), "S02"),
        on("S02", "death", dead("death_date=2020-11-01")),
        on("S03", "death", dead("id_number=")));
  }

  private static Map<String, String> child(String... changes) {
    return changed(
        man("relation=2", "birth_date=2010-01-01", "id_number=110105201001010010", "education=3"),
        changes);
  }

  @ParameterizedTest
  @MethodSource("persons")
  void aCheckFiresOnWhatItIsFor(Case one) {
    List<String> expected = new ArrayList<>(one.alsoFired());
    expected.add(one.id());
    assertThat(fired(one.form(), one.answers())).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void noCheckObjectsToARightForm() {
    assertThat(fired("short", man())).isEmpty();
    assertThat(fired("short", child())).isEmpty();
    assertThat(fired("long", manOnLongForm())).isEmpty();
    assertThat(fired("long", wifeOnLongForm())).isEmpty();
    assertThat(fired("foreign", foreigner())).isEmpty();
    assertThat(fired("death", dead())).isEmpty();
    assertThat(ids(Forms.CHECKER.check(couple()))).isEmpty();
    assertThat(ids(Forms.CHECKER.checkItems("short", household()::get, Forms.allItems())))
        .isEmpty();
  }

  private static PersonAnswers head(String... changes) {
    return person("short", man(changes));
  }

  private static PersonAnswers wife(String... changes) {
    return person(
        "short",
        changed(man("name=白萍", "relation=1", "sex=2", "id_number=110105198001010024"), changes));
  }

  private static HouseholdAnswers couple(PersonAnswers... more) {
    PersonAnswers[] all = new PersonAnswers[more.length + 2];
    all[0] = head();
    all[1] = wife();
    System.arraycopy(more, 0, all, 2, more.length);
    return household(household("persons_here=" + all.length), all);
  }

  static Map<String, HouseholdAnswers> households() {
    Map<String, HouseholdAnswers> cases = new LinkedHashMap<>();
    cases.put("H01", household(household("persons_here=1"), head("relation=9")));
    cases.put("H02", couple(head("id_number=")));
    cases.put("H03", couple(wife("id_number=")));
    cases.put("H04", household(household("persons_here=3"), head(), wife()));
    cases.put("H05", household(household("persons_absent=1"), head(), wife()));
    cases.put(
        "H06", couple(person("short", man("relation=2", "birth_date=2020-05-05", "id_number="))));
    cases.put("H07", household(household("deaths_male=1"), head(), wife()));
    cases.put("H08", household(household(), head(), wife("sex=1")));
    cases.put(
        "H09", couple(person("short", man("relation=3", "birth_date=1970-01-01", "id_number="))));
    cases.put(
        "H10", couple(person("short", man("relation=2", "birth_date=1990-01-01", "id_number="))));
    cases.put(
        "H11", couple(person("short", man("relation=7", "birth_date=2000-01-01", "id_number="))));
    cases.put("H12", household(household(), head(), head("relation=9")));
    cases.put("H13", household(household("floor_area=3", "rooms=1"), head(), wife()));
    cases.put("H14", household(household("rooms=40"), head(), wife()));
    cases.put("H15", new HouseholdAnswers(household()::get, List.of(head(), wife()), 0, true));
    cases.put(
        "H16",
        new HouseholdAnswers(
            household("persons_here=1")::get, List.of(person("long", manOnLongForm())), 0, false));
    cases.put("H17", household(household(), head("line_no=1"), wife("line_no=1")));
    PersonAnswers[] many = new PersonAnswers[16];
    many[0] = head();
    for (int i = 1; i < many.length; i++) {
      many[i] = head("relation=9", "id_number=");
    }
    cases.put("H18", household(household("persons_here=16"), many));
    return cases;
  }

  static Stream<Map.Entry<String, HouseholdAnswers>> householdCases() {
    return households().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("householdCases")
  void aCheckOfHouseholdsFiresOnWhatItIsFor(Map.Entry<String, HouseholdAnswers> one) {
    assertThat(ids(Forms.CHECKER.check(one.getValue()))).containsExactly(one.getKey());
  }

  @Test
  void everyCheckOfFormsHasItsCase() {
    Set<String> tried = new java.util.TreeSet<>(households().keySet());
    persons().map(Case::id).forEach(tried::add);
    assertThat(Checks.all())
        .filteredOn(check -> check.scope() != Scope.ROW)
        .extracting(Check::id)
        .containsExactlyInAnyOrderElementsOf(tried);
  }

  @Test
  void idsAreUsedOnceAndMessagesAreChinese() {
    assertThat(Checks.all()).extracting(Check::id).doesNotHaveDuplicates();
    assertThat(Checks.all())
        .allSatisfy(
            check -> assertThat(check.message()).matches(".*\\p{IsHan}.*").doesNotContain("%"));
  }

  @Test
  void aMessageNamesTheItemAndNeverTheAnswer() {
    List<Violation> found =
        Forms.CHECKER.check(person("short", man("ethnicity=77")), Forms.allItems());
    assertThat(found)
        .singleElement()
        .satisfies(it -> assertThat(it.text()).isEqualTo("F02 “民族”的代码不在现行标准代码表中"));
  }

  @Test
  void whatASourceHasNoPlaceForIsNotMissedUnlessItIsCore() {
    Map<String, String> bare = man("education=", "absence_time=", "name=");
    List<Violation> found = Forms.CHECKER.check(person("short", bare), Set.of("name", "sex"));
    assertThat(ids(found)).containsExactly("F01");
  }
}
