package org.censusflow.registration.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.censusflow.registration.form.Check.Scope;

/** The catalogue of checks: every check with its severity, its condition and its message. */
public final class Checks {

  // Rows: what no form can be read from.
  public static final Check COLUMNS =
      row(
          "R01",
          "the row has more fields than the header, or fewer and cannot be taken",
          "列数与表头不一致");
  public static final Check TOO_LONG =
      row("R02", "the record has more than 64 KB", "一行超过 64 KB，可能缺少换行或引号没有成对");
  public static final Check UNKNOWN_BLOCK =
      row("R03", "the block is not one of this census", "普查小区不在本次普查的名录中，请核对 15 位编码");
  public static final Check HOUSEHOLD_NUMBER =
      row(
          "R04",
          "household number or line number is not a whole number from 1 to 9999",
          "户编号或序号不是 1 到 9999 的整数");
  public static final Check UNKNOWN_FORM =
      row("R05", "there is no such form", "表种不存在，应为短表、长表、港澳台和外籍人员表或死亡表");
  public static final Check FORM_EXPIRED =
      row("R06", "the form was not valid on the day it was filled in", "所用普查表在填报之日不在有效期内，不得使用");
  public static final Check ROW_KEY =
      row("R07", "the row's key is empty or longer than 64 characters", "行号为空或超过 64 个字符");
  public static final Check CHANGED =
      row("R08", "the key came before with other answers", "同一行号已经登记过不同的内容；已登记的答案不能覆盖，更正请走更正任务");
  public static final Check FILLED_IN =
      row("R09", "filled in before the reference time or after today", "填报日期早于标准时点或晚于今天");
  public static final Check ADDRESS =
      row(
          "R10",
          "a new household without an address, or one longer than 200 characters",
          "户的地址为空或超过 200 个字符");
  public static final Check NO_PERSON = row("R11", "a household without any person", "户内没有任何人");

  // Items: what holds for every item by its definition.
  public static final Check CORE_MISSING =
      item("F01", Severity.ERROR, "a core item is empty", "不能为空");
  public static final Check WRONG_CODE =
      item("F02", Severity.ERROR, "the code is not in the table in force", "的代码不在现行标准代码表中");
  public static final Check WRONG_NUMBER =
      item("F03", Severity.ERROR, "not a number within its bounds", "不是数字或超出范围");
  public static final Check WRONG_DATE =
      item("F04", Severity.ERROR, "not a calendar date", "不是日期（应为 2020-11-01 的形式）");
  public static final Check WRONG_TEXT =
      item("F05", Severity.ERROR, "too long or with control characters", "过长或含有不可见字符");
  public static final Check MISSING = item("F06", Severity.QUERY, "asked and not answered", "应填未填");
  public static final Check NOT_ASKED =
      item("F07", Severity.QUERY, "answered by somebody who is not asked", "不应由此人填报");

  public static final Check NOT_TEXT =
      row("R13", "bytes that are no text in the file's encoding", "不是所选编码的文字");

  public static final Check QUOTES =
      row(
          "R16",
          "a blank before a quote, or single quotes, where cells cannot be told apart",
          "引号前有空格或用了单引号，本行无法拆分成列");

  public static final Check SHEET_ERROR =
      row(
          "R17",
          "a spreadsheet's error value, such as #N/A or #REF!",
          "含有电子表格的错误值（#N/A、#REF! 等），请改正公式后重新导出");

  public static final Check CONFIRMATION =
      row(
          "R14",
          "a confirmation other than signature, self or phone",
          "确认方式应为 signature（签字）、self（自主填报）或 phone（电话）");

  public static final Check ANSWERED =
      row(
          "R15",
          "the household has answered before, under another key",
          "本户已经登记；已登记的答案不能覆盖，更正请走更正任务");

  private Checks() {}

  private static Check row(String id, String condition, String message) {
    return new Check(id, Severity.ERROR, Scope.ROW, condition, message);
  }

  private static Check item(String id, Severity severity, String condition, String message) {
    return new Check(id, severity, Scope.ITEM, condition, message);
  }

  static List<Check> ofRows() {
    return List.of(
        COLUMNS,
        TOO_LONG,
        UNKNOWN_BLOCK,
        HOUSEHOLD_NUMBER,
        UNKNOWN_FORM,
        FORM_EXPIRED,
        ROW_KEY,
        CHANGED,
        FILLED_IN,
        ADDRESS,
        NO_PERSON,
        NOT_TEXT,
        CONFIRMATION,
        ANSWERED,
        QUOTES,
        SHEET_ERROR);
  }

  static List<Check> ofItems() {
    return List.of(
        CORE_MISSING, WRONG_CODE, WRONG_NUMBER, WRONG_DATE, WRONG_TEXT, MISSING, NOT_ASKED);
  }

  /** Items of a person that the logic checks speak of, the one to be mended first in front. */
  private static final Map<String, List<String>> ITEMS =
      Map.ofEntries(
          entry("P01", "birth_date"),
          entry("P02", "birth_date"),
          entry("P03", "birth_date"),
          entry("P04", "birth_date"),
          entry("P05", "id_number"),
          entry("P06", "id_number", "birth_date"),
          entry("P07", "id_number", "sex"),
          entry("P08", "id_number"),
          entry("P09", "name"),
          entry("P10", "name"),
          entry("P11", "id_number"),
          entry("P12", "id_number"),
          entry("P13", "residence_place", "residence"),
          entry("P14", "hukou_registered", "hukou_place"),
          entry("P19", "relation", "birth_date"),
          entry("P20", "relation", "birth_date"),
          entry("P21", "relation", "birth_date"),
          entry("P22", "relation", "birth_date"),
          entry("P23", "relation", "birth_date"),
          entry("H01", "relation"),
          entry("H02", "relation"),
          entry("H03", "relation"),
          entry("H08", "sex", "relation"),
          entry("H09", "birth_date", "relation"),
          entry("H10", "birth_date", "relation"),
          entry("H11", "birth_date", "relation"),
          entry("H12", "id_number"));

  /**
   * Checks that only doubt what a household first answered, and refuse what is put in its place:
   * whoever corrects a number or a name has the document at hand.
   */
  private static final Set<String> BINDING = Set.of("P05", "P09");

  private static Map.Entry<String, List<String>> entry(String check, String... items) {
    return Map.entry(check, List.of(items));
  }

  /** Keys of the items that a check of a person or household speaks of; empty for other checks. */
  public static List<String> items(Check check) {
    return ITEMS.getOrDefault(check.id(), List.of());
  }

  /** Whether a check refuses an answer that takes another one's place, or comes in later. */
  public static boolean binds(Check check) {
    return BINDING.contains(check.id());
  }

  /** Every check, in the order of the page about registration. */
  public static List<Check> all() {
    return Stream.of(
            ofRows().stream(),
            ofItems().stream(),
            PersonRules.all().stream().map(PersonRule::check),
            HouseholdRules.all().stream().map(HouseholdRule::check))
        .flatMap(stream -> stream)
        .toList();
  }

  /**
   * @throws IllegalArgumentException when the catalogue has no such check
   */
  public static Check byId(String id) {
    return all().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No check " + id));
  }
}
