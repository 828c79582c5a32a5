package org.censusflow.registration.form;

import static org.censusflow.registration.form.FormCatalogue.DEATH;
import static org.censusflow.registration.form.FormCatalogue.FOREIGN;
import static org.censusflow.registration.form.FormCatalogue.LONG;
import static org.censusflow.registration.form.FormCatalogue.SHORT;
import static org.censusflow.registration.form.PersonRule.ALL;
import static org.censusflow.registration.form.PersonRule.RESIDENTS;
import static org.censusflow.registration.form.PersonRule.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.censusflow.linkage.population.ResidentId;

/** Names and identity numbers, and what a number tells of its holder. */
final class IdentityRules {

  private IdentityRules() {}

  static List<PersonRule> all() {
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
            "the name holds digits or marks for missing characters, or no letter",
            "姓名含有数字、问号或方框，或者没有文字，请补全",
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

  private static boolean oddName(String name) {
    return name.codePoints().noneMatch(Character::isLetter)
        || name.chars().anyMatch(c -> Character.isDigit(c) || "!！?？□■�*".indexOf(c) >= 0);
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

  private static int number(LocalDate date) {
    return date.getYear() * 10000 + date.getMonthValue() * 100 + date.getDayOfMonth();
  }
}
