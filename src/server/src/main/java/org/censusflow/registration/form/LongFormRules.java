package org.censusflow.registration.form;

import static org.censusflow.registration.form.FormCatalogue.LONG;
import static org.censusflow.registration.form.PersonRule.error;
import static org.censusflow.registration.form.PersonRule.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Work, marriage and children, which the long form alone asks. */
final class LongFormRules {

  private static final Set<String> ONLY = Set.of(LONG);

  private LongFormRules() {}

  static List<PersonRule> all() {
    return List.of(
        query(
            "P28",
            ONLY,
            "the spouse of the head is not married",
            "户主的配偶婚姻状况应为有配偶",
            p -> p.is(Relation.SPOUSE) && p.get("marital") != null && !p.is("marital", "2")),
        query(
            "P29",
            ONLY,
            "first married before the age of 15",
            "初婚时不满 15 周岁",
            p ->
                marriage(p) != null
                    && p.birth() != null
                    && marriage(p).isBefore(p.birth().withDayOfMonth(1).plusYears(15))),
        error(
            "P30",
            ONLY,
            "first married after the day the form was filled in",
            "初婚年月晚于填报日期",
            (p, at) -> marriage(p) != null && marriage(p).isAfter(at.filledIn())),
        error(
            "P31",
            ONLY,
            "more children alive than born",
            "存活子女数多于生育子女数",
            (p, at) ->
                p.number("children_alive") > p.number("children_born")
                    && p.number("children_born") >= 0),
        error(
            "P32",
            ONLY,
            "more births in the last year than children born",
            "过去一年生育数多于生育子女数",
            (p, at) ->
                p.number("births_last_year") > p.number("children_born")
                    && p.number("children_born") >= 0),
        query(
            "P33",
            ONLY,
            "worked more than 112 hours in the week",
            "一周工作超过 112 小时",
            p -> p.number("work_hours") > 112),
        query(
            "P34",
            ONLY,
            "lives on work income and did no work",
            "主要生活来源为劳动收入，却未做任何工作",
            p -> p.is("livelihood", "1") && p.is("work", "3")),
        query(
            "P35",
            ONLY,
            "still at school over 60",
            "60 周岁以上仍在校",
            p -> p.is("study", "1") && p.age() > 60),
        query(
            "P36",
            ONLY,
            "retired under 40",
            "未工作原因为离退休，但不满 40 周岁",
            p -> p.is("not_working", "2") && p.age() >= 0 && p.age() < 40),
        query(
            "P37",
            ONLY,
            "never married and first month of marriage or with a spouse",
            "未婚却填报初婚年月",
            p -> p.is("marital", "1") && p.get("first_marriage") != null));
  }

  private static LocalDate marriage(PersonAnswers p) {
    String month = p.get("first_marriage");
    return month == null ? null : PersonAnswers.date(month + "-01");
  }
}
