package org.censusflow.registration.form;

import static org.censusflow.registration.form.FormCatalogue.DEATH;
import static org.censusflow.registration.form.FormCatalogue.FOREIGN;
import static org.censusflow.registration.form.FormCatalogue.LONG;
import static org.censusflow.registration.form.FormCatalogue.SHORT;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.censusflow.comparison.population.ResidentId;
import org.censusflow.registration.form.Check.Scope;

/** The logic checks of one person's answers. */
final class PersonRules {

  private static final Set<String> EVERYONE = Set.of(SHORT, LONG, FOREIGN);
  private static final Set<String> RESIDENTS = Set.of(SHORT, LONG);
  private static final Set<String> ALL = Set.of(SHORT, LONG, FOREIGN, DEATH);

  /** Beyond this age a birth date is impossible, not only doubtful. */
  private static final int OLDEST = 130;

  private static final List<PersonRule> RULES =
      Stream.of(time(), identity(), place(), kin(), schooling(), longForm(), foreign(), death())
          .flatMap(List::stream)
          .toList();

  private PersonRules() {}

  static List<PersonRule> all() {
    return RULES;
  }

  private static List<PersonRule> time() {
    return List.of(
        error(
            "P01",
            ALL,
            "born after the day the form was filled in",
            "出生日期晚于填报日期",
            (p, at) -> p.birth() != null && p.birth().isAfter(at.filledIn())),
        rule(
            Severity.QUERY,
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

  private static List<PersonRule> identity() {
    return List.of(
        query(
            "P05",
            Set.of(SHORT, LONG, DEATH),
            "the ID number's check digit or date does not hold",
            "公民身份号码校验不通过",
            p -> p.get("id_number") != null && !p.residentNumberHolds()),
        query(
            "P06",
            ALL,
            "the ID number tells another birth date",
            "出生日期与公民身份号码不一致",
            p ->
                p.residentNumberHolds()
                    && p.birth() != null
                    && ResidentId.birthDate(p.packedId()) != number(p.birth())),
        query(
            "P07",
            ALL,
            "the ID number tells another sex",
            "性别与公民身份号码不一致",
            p ->
                p.residentNumberHolds()
                    && p.is("sex", "1", "2")
                    && ResidentId.sex(p.packedId()) != p.number("sex")),
        query(
            "P08",
            RESIDENTS,
            "no ID number",
            "没有公民身份号码，请核实是否确无证件",
            p -> p.get("id_number") == null),
        query(
            "P09",
            ALL,
            "the name holds digits or marks for missing characters",
            "姓名含有数字、问号或方框，请补全",
            p -> p.get("name") != null && oddName(p.get("name"))),
        query(
            "P10",
            RESIDENTS,
            "the name is a stand-in such as 未取名",
            "姓名为代用名称，请核实",
            p -> p.get("name") != null && standIn(p.get("name"))),
        query(
            "P11",
            RESIDENTS,
            "the ID number is a residence permit of Hong Kong, Macao or Taiwan",
            "港澳台居民应填报港澳台居民和外籍人员普查表",
            p -> p.hasResidentNumber() && permit(p)),
        query(
            "P12",
            Set.of(FOREIGN),
            "a mainland ID number on the form for foreigners",
            "持内地公民身份号码，应填报短表或长表",
            p -> p.residentNumberHolds() && !permit(p)));
  }

  private static List<PersonRule> place() {
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

  private static List<PersonRule> kin() {
    return List.of(
        query(
            "P19",
            EVERYONE,
            "head of household under 15",
            "户主不满 15 周岁",
            p -> p.is("relation", "0") && p.age() >= 0 && p.age() < 15),
        query(
            "P20",
            EVERYONE,
            "spouse under 18",
            "户主的配偶不满 18 周岁",
            p -> p.is("relation", "1") && p.age() >= 0 && p.age() < 18),
        query(
            "P21",
            EVERYONE,
            "parent or parent-in-law of the head under 30",
            "户主的父母或岳父母（公婆）不满 30 周岁",
            p -> p.is("relation", "3", "4") && p.age() >= 0 && p.age() < 30),
        query(
            "P22",
            EVERYONE,
            "grandparent of the head under 45",
            "户主的祖父母不满 45 周岁",
            p -> p.is("relation", "5") && p.age() >= 0 && p.age() < 45),
        query(
            "P23",
            EVERYONE,
            "child-in-law of the head under 18",
            "户主的媳婿不满 18 周岁",
            p -> p.is("relation", "6") && p.age() >= 0 && p.age() < 18));
  }

  private static List<PersonRule> schooling() {
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

  private static List<PersonRule> longForm() {
    Set<String> only = Set.of(LONG);
    return List.of(
        query(
            "P28",
            only,
            "the spouse of the head is not married",
            "户主的配偶婚姻状况应为有配偶",
            p -> p.is("relation", "1") && p.get("marital") != null && !p.is("marital", "2")),
        query(
            "P29",
            only,
            "first married before the age of 15",
            "初婚时不满 15 周岁",
            p ->
                marriage(p) != null
                    && p.birth() != null
                    && marriage(p).isBefore(p.birth().withDayOfMonth(1).plusYears(15))),
        error(
            "P30",
            only,
            "first married after the day the form was filled in",
            "初婚年月晚于填报日期",
            (p, at) -> marriage(p) != null && marriage(p).isAfter(at.filledIn())),
        error(
            "P31",
            only,
            "more children alive than born",
            "存活子女数多于生育子女数",
            (p, at) ->
                p.number("children_alive") > p.number("children_born")
                    && p.number("children_born") >= 0),
        error(
            "P32",
            only,
            "more births in the last year than children born",
            "过去一年生育数多于生育子女数",
            (p, at) ->
                p.number("births_last_year") > p.number("children_born")
                    && p.number("children_born") >= 0),
        query(
            "P33",
            only,
            "worked more than 112 hours in the week",
            "一周工作超过 112 小时",
            p -> p.number("work_hours") > 112),
        query(
            "P34",
            only,
            "lives on work income and did no work",
            "主要生活来源为劳动收入，却未做任何工作",
            p -> p.is("livelihood", "1") && p.is("work", "3")),
        query(
            "P35",
            only,
            "still at school over 60",
            "60 周岁以上仍在校",
            p -> p.is("study", "1") && p.age() > 60),
        query(
            "P36",
            only,
            "retired under 40",
            "未工作原因为离退休，但不满 40 周岁",
            p -> p.is("not_working", "2") && p.age() >= 0 && p.age() < 40),
        query(
            "P37",
            only,
            "never married and first month of marriage or with a spouse",
            "未婚却填报初婚年月",
            p -> p.is("marital", "1") && p.get("first_marriage") != null));
  }

  private static List<PersonRule> foreign() {
    Set<String> only = Set.of(FOREIGN);
    return List.of(
        query(
            "P38",
            only,
            "came to work and is under 16",
            "来华目的为就业，但不满 16 周岁",
            p -> p.is("stay_purpose", "2") && p.age() >= 0 && p.age() < 16),
        query(
            "P39",
            only,
            "settled and here for less than three months",
            "来华目的为定居，居住时间却在三个月以下",
            p -> p.is("stay_purpose", "4") && p.is("stay_time", "1")));
  }

  private static List<PersonRule> death() {
    Set<String> only = Set.of(DEATH);
    return List.of(
        error(
            "S01",
            only,
            "died before birth",
            "死亡日期早于出生日期",
            (p, at) -> p.death() != null && p.birth() != null && p.death().isBefore(p.birth())),
        error(
            "S02",
            only,
            "died outside the twelve months before the reference time",
            "死亡日期不在标准时点前一年内，不应填报死亡表",
            (p, at) ->
                p.death() != null
                    && (p.death().isBefore(at.reference().minusYears(1))
                        || !p.death().isBefore(at.reference()))),
        query("S03", only, "no ID number", "死亡人口没有公民身份号码，请核实", p -> p.get("id_number") == null));
  }

  private static boolean oddName(String name) {
    return name.chars().anyMatch(c -> Character.isDigit(c) || "?？□■�*".indexOf(c) >= 0);
  }

  private static boolean standIn(String name) {
    return name.contains("未取名")
        || name.contains("未起名")
        || name.contains("某某")
        || name.contains("不详")
        || name.endsWith("之子")
        || name.endsWith("之女");
  }

  private static boolean permit(PersonAnswers p) {
    int area = ResidentId.area(p.packedId());
    return area == 810000 || area == 820000 || area == 830000;
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

  private static LocalDate marriage(PersonAnswers p) {
    String month = p.get("first_marriage");
    return month == null ? null : PersonAnswers.date(month + "-01");
  }

  private static int number(LocalDate date) {
    return date.getYear() * 10000 + date.getMonthValue() * 100 + date.getDayOfMonth();
  }

  private static PersonRule query(
      String id,
      Set<String> forms,
      String condition,
      String message,
      Predicate<PersonAnswers> fires) {
    return rule(Severity.QUERY, id, forms, condition, message, (p, at) -> fires.test(p));
  }

  private static PersonRule error(
      String id,
      Set<String> forms,
      String condition,
      String message,
      BiPredicate<PersonAnswers, Moment> fires) {
    return rule(Severity.ERROR, id, forms, condition, message, fires);
  }

  private static PersonRule error(
      String id,
      Set<String> forms,
      String condition,
      String message,
      Predicate<PersonAnswers> fires) {
    return rule(Severity.ERROR, id, forms, condition, message, (p, at) -> fires.test(p));
  }

  private static PersonRule rule(
      Severity severity,
      String id,
      Set<String> forms,
      String condition,
      String message,
      BiPredicate<PersonAnswers, Moment> fires) {
    Scope scope = id.startsWith("S") ? Scope.DEATH : Scope.PERSON;
    return new PersonRule(new Check(id, severity, scope, condition, message), forms, fires);
  }
}
