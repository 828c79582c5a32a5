package org.censusflow.difference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.censusflow.difference.Difference.Status;
import org.censusflow.difference.Outcome.Effect;
import org.springframework.stereotype.Component;

/** What a decision about a difference must satisfy, whichever way it is submitted. */
@Component
class DecisionRules {

  private static final int LONGEST_REASON = 500;
  private static final int SHORTEST_REASON = 2;

  private static final Set<String> ANSWER_FIELDS =
      Set.of("name", "idNumber", "sex", "birthDate", "ethnicity", "relation");

  Outcome outcome(Difference difference, String code) {
    return Outcome.ofCode(code)
        .filter(difference.difference().outcomes()::contains)
        .orElseThrow(
            () ->
                new DecisionRefused(
                    "“" + difference.difference().label() + "”没有这样的核实结果，请从所列结果中选择。"));
  }

  void settle(
      RecheckTask task,
      Difference difference,
      Outcome outcome,
      String reason,
      Map<String, String> correction) {
    if (task.stage() != RecheckTask.Stage.VERIFY) {
      throw new DecisionRefused("复核任务不能改写核实结果，只能同意或退回。");
    }
    if (difference.status() == Status.APPROVED) {
      throw new DecisionRefused("该差异已复核通过，不能再改。");
    }
    List<String> faults = new ArrayList<>();
    checkReason(reason, "请填写核实情况（住户如何答复）", faults);
    if (outcome.effect() == Effect.ADD) {
      require(correction, "name", "姓名", faults);
      require(correction, "sex", "性别", faults);
      require(correction, "birthDate", "出生日期", faults);
      require(correction, "address", "住址", faults);
      if (difference.block().equals(Difference.UNLOCATED)) {
        require(correction, "block", "所在小区代码", faults);
      }
    } else if (outcome.effect() == Effect.CORRECT
        && correction.keySet().stream().noneMatch(ANSWER_FIELDS::contains)) {
      faults.add("请填写住户更正后的内容");
    } else if (outcome.effect() == Effect.MOVE_BLOCK || outcome.effect() == Effect.ADD_PAIR) {
      require(correction, "block", "小区代码", faults);
    }
    checkValues(correction, faults);
    if (!faults.isEmpty()) {
      throw new DecisionRefused(String.join("；", faults) + "。");
    }
  }

  void review(
      RecheckTask task, Difference difference, boolean approved, String reason, String user) {
    if (task.stage() != RecheckTask.Stage.REVIEW) {
      throw new DecisionRefused("核实任务不能进行复核。");
    }
    if (difference.status() != Status.VERIFIED) {
      throw new DecisionRefused("该差异目前不在待复核状态，请刷新。");
    }
    if (user.equals(difference.settledBy())) {
      throw new DecisionRefused("核实人和复核人不能是同一人，请由其他人员复核。");
    }
    List<String> faults = new ArrayList<>();
    if (!approved) {
      checkReason(reason, "退回时请说明理由", faults);
    }
    if (!faults.isEmpty()) {
      throw new DecisionRefused(String.join("；", faults) + "。");
    }
  }

  private static void checkReason(String reason, String message, List<String> faults) {
    if (reason == null || reason.strip().length() < SHORTEST_REASON) {
      faults.add(message);
    } else if (reason.length() > LONGEST_REASON) {
      faults.add("说明最多 " + LONGEST_REASON + " 字");
    }
  }

  private static void require(
      Map<String, String> correction, String field, String label, List<String> faults) {
    if (correction.getOrDefault(field, "").isBlank()) {
      faults.add("请填写“" + label + "”");
    }
  }

  private static void checkValues(Map<String, String> correction, List<String> faults) {
    correction.forEach(
        (field, value) -> {
          switch (field) {
            case "birthDate" -> checkDate(value, faults);
            case "sex" -> {
              if (!Set.of("1", "2").contains(value)) {
                faults.add("“性别”应为男或女");
              }
            }
            case "name" -> checkLength(value, "姓名", 100, faults);
            case "idNumber" -> checkLength(value, "证件号码", 32, faults);
            case "address" -> checkLength(value, "住址", 200, faults);
            case "block" -> {
              if (!value.matches("\\d{15}")) {
                faults.add("“小区代码”应为 15 位数字");
              }
            }
            case "householdNo" -> {
              if (!value.matches("\\d{1,3}")) {
                faults.add("“户编号”应为 1 至 3 位数字");
              }
            }
            case "ethnicity", "relation", "keep" -> checkLength(value, field, 20, faults);
            default -> faults.add("没有“" + field + "”这一项");
          }
        });
  }

  private static void checkDate(String value, List<String> faults) {
    try {
      LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      faults.add("“出生日期”应为 2020-11-01 的形式");
    }
  }

  private static void checkLength(String value, String label, int most, List<String> faults) {
    if (value.length() > most) {
      faults.add("“" + label + "”最多 " + most + " 个字符");
    }
  }
}
