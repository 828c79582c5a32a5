package org.censusflow.registration.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.censusflow.registration.form.Check.Scope;

/** The logic checks of a household's answers together; all are queries. */
final class HouseholdRules {

  private static final int PARENT_GAP = 14;
  private static final int GRANDPARENT_GAP = 28;

  private static final List<HouseholdRule> RULES =
      List.of(
          rule(
              "H01",
              "no head of household",
              "户内没有户主",
              h ->
                  !h.persons().isEmpty()
                      && h.withRelation(Relation.HEAD).isEmpty()
                      && !type(h, HouseholdType.COLLECTIVE)),
          rule(
              "H02",
              "more than one head of household",
              "户内有一个以上户主",
              h -> h.withRelation(Relation.HEAD).size() > 1),
          rule(
              "H03",
              "more than one spouse of the head",
              "户主有一个以上配偶",
              h -> h.withRelation(Relation.SPOUSE).size() > 1),
          rule(
              "H04",
              "H2 is not the number of persons on the form who live here",
              "居住本户的人数与登记的人数不符",
              h -> h.number("persons_here") >= 0 && h.number("persons_here") != h.living("here")),
          rule(
              "H05",
              "H2 is not the number of absent persons on the form",
              "未住本户的人数与登记的人数不符",
              h ->
                  h.number("persons_absent") >= 0
                      && h.number("persons_absent") != h.living("absent")),
          rule(
              "H06",
              "fewer births in H3 than infants on the form who live here",
              "出生人口少于户内一周岁以下的婴儿数",
              h ->
                  h.sum("births_male", "births_female") >= 0
                      && h.sum("births_male", "births_female") < infants(h)),
          rule(
              "H07",
              "H4 is not the number of deaths forms",
              "死亡人口与死亡表的人数不符",
              h ->
                  h.sum("deaths_male", "deaths_female") >= 0
                      && h.sum("deaths_male", "deaths_female") != h.deaths()),
          rule(
              "H08",
              "head and spouse of the same sex",
              "户主与配偶性别相同",
              h ->
                  h.head() != null
                      && any(
                          h,
                          Relation.SPOUSE,
                          (head, spouse) ->
                              head.get("sex") != null
                                  && head.get("sex").equals(spouse.get("sex")))),
          rule(
              "H09",
              "a parent of the head less than 14 years older",
              "户主的父母与户主年龄相差不足 14 岁",
              h ->
                  any(
                      h,
                      Relation.PARENT,
                      (head, parent) -> parent.age() - head.age() < PARENT_GAP)),
          rule(
              "H10",
              "a child of the head less than 14 years younger",
              "户主的子女与户主年龄相差不足 14 岁",
              h -> any(h, Relation.CHILD, (head, child) -> head.age() - child.age() < PARENT_GAP)),
          rule(
              "H11",
              "a grandchild of the head less than 28 years younger",
              "户主的孙子女与户主年龄相差不足 28 岁",
              h ->
                  any(
                      h,
                      Relation.GRANDCHILD,
                      (head, child) -> head.age() - child.age() < GRANDPARENT_GAP)),
          rule(
              "H12",
              "one ID number twice in the household",
              "户内有两人使用同一公民身份号码",
              HouseholdRules::sameNumber),
          rule(
              "H13",
              "less than 2 or more than 300 square metres a person",
              "人均住房建筑面积小于 2 平方米或大于 300 平方米",
              h ->
                  h.number("floor_area") > 0
                      && h.living("here") > 0
                      && (h.number("floor_area") < 2 * h.living("here")
                          || h.number("floor_area") > 300 * h.living("here"))),
          rule(
              "H14",
              "a dwelling with more than one room for each 3 square metres",
              "住房间数与建筑面积不符",
              h ->
                  h.number("rooms") > 0
                      && h.number("floor_area") > 0
                      && h.number("floor_area") < 3 * h.number("rooms")),
          rule(
              "H15",
              "drawn for the long form and answered the short form",
              "本户抽中长表，却填报短表",
              h -> Boolean.TRUE.equals(h.drawn()) && onForm(h, FormCatalogue.SHORT)),
          rule(
              "H16",
              "answered the long form without being drawn",
              "本户未抽中长表，却填报长表",
              h -> Boolean.FALSE.equals(h.drawn()) && onForm(h, FormCatalogue.LONG)),
          rule(
              "H17",
              "one line number twice in the household",
              "户内有两人使用同一序号",
              HouseholdRules::sameLine),
          rule(
              "H18",
              "a family household of more than 15 people who live here",
              "家庭户居住人数超过 15 人，请核实户别",
              h -> type(h, HouseholdType.FAMILY) && h.living("here") > 15));

  private HouseholdRules() {}

  static List<HouseholdRule> all() {
    return RULES;
  }

  private static boolean type(HouseholdAnswers h, HouseholdType type) {
    return type.code().equals(h.household().get("household_type"));
  }

  private static boolean onForm(HouseholdAnswers h, String form) {
    return h.persons().stream().anyMatch(person -> form.equals(person.form()));
  }

  private static long infants(HouseholdAnswers h) {
    return h.persons().stream()
        .filter(person -> person.is("residence", "here") && person.age() == 0)
        .filter(PersonAnswers::bornBeforeReference)
        .count();
  }

  private static boolean any(
      HouseholdAnswers h, Relation relation, BiPredicate<PersonAnswers, PersonAnswers> fires) {
    PersonAnswers head = h.head();
    return head != null
        && h.withRelation(relation).stream()
            .anyMatch(person -> person.age() >= 0 && fires.test(head, person));
  }

  private static boolean sameNumber(HouseholdAnswers h) {
    Set<Long> seen = new HashSet<>();
    return h.persons().stream()
        .filter(PersonAnswers::residentNumberHolds)
        .anyMatch(person -> !seen.add(person.packedId()));
  }

  private static boolean sameLine(HouseholdAnswers h) {
    Set<String> seen = new HashSet<>();
    return h.persons().stream()
        .map(person -> person.get("line_no"))
        .anyMatch(line -> line != null && !seen.add(line));
  }

  private static HouseholdRule rule(
      String id, String condition, String message, Predicate<HouseholdAnswers> fires) {
    return new HouseholdRule(
        new Check(id, Severity.QUERY, Scope.HOUSEHOLD, condition, message), fires);
  }
}
