package org.censusflow.crosscheck.recheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.censusflow.crosscheck.compare.Difference;
import org.censusflow.crosscheck.compare.Difference.Status;
import org.censusflow.crosscheck.compare.Outcome;
import org.censusflow.crosscheck.compare.Outcome.Effect;
import org.censusflow.registration.question.AnswerFindings;
import org.censusflow.registration.question.AnswerFindings.Finding;
import org.censusflow.registration.question.Corrections;
import org.springframework.stereotype.Component;

/**
 * What a decision about a difference must satisfy, whichever way it is submitted. What a household
 * answers is held against the checks of the intake.
 */
@Component
class DecisionRules {

  private static final int LONGEST_REASON = 500;
  private static final int SHORTEST_REASON = 2;

  private final Proposals proposals;
  private final Corrections corrections;

  DecisionRules(Proposals proposals, Corrections corrections) {
    this.proposals = proposals;
    this.corrections = corrections;
  }

  Outcome outcome(Difference difference, String code) {
    return Outcome.ofCode(code)
        .filter(difference.difference().outcomes()::contains)
        .orElseThrow(
            () ->
                new DecisionRefused(
                    "“" + difference.difference().label() + "”没有这样的核实结果，请从所列结果中选择。"));
  }

  /** What was written down, without what was left empty. */
  Map<String, String> given(Map<String, String> correction) {
    Map<String, String> given = new HashMap<>();
    correction.forEach(
        (field, value) -> {
          if (value != null && !value.isBlank()) {
            given.put(field, value.strip());
          }
        });
    return given;
  }

  /**
   * Holds a verification against the rules and its answers against the checks, all at once.
   *
   * @param sure whether the household has said again what the checks doubt
   * @return the doubts that are kept with the answers
   * @throws DecisionRefused with what refuses it, or with what the household has to be asked again
   */
  List<Finding> settle(
      RecheckTask task,
      Difference difference,
      Outcome outcome,
      String reason,
      Map<String, String> given,
      boolean sure) {
    if (task.stage() != RecheckTask.Stage.VERIFY) {
      throw new DecisionRefused("复核任务不能改写核实结果，只能同意或退回。");
    }
    if (difference.status() == Status.APPROVED) {
      throw new DecisionRefused("该差异已复核通过，不能再改。");
    }
    List<Finding> faults = new ArrayList<>();
    checkReason(reason, "依据", "住户如何答复、核对了什么", faults);
    checkFields(outcome, given, faults);
    AnswerFindings found = answers(difference, outcome, given);
    List<Finding> all = Stream.concat(faults.stream(), found.faults().stream()).toList();
    if (!all.isEmpty()) {
      throw refused("", new AnswerFindings(all, found.doubts()));
    }
    if (!found.doubts().isEmpty() && !sure) {
      throw new DecisionRefused("CF-E311 " + found.question(), found);
    }
    return found.doubts();
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
    List<Finding> faults = new ArrayList<>();
    if (!approved) {
      checkReason(reason, "退回原因", "哪里不清楚、要重新核实什么", faults);
    }
    if (!faults.isEmpty()) {
      throw refused("", new AnswerFindings(faults, List.of()));
    }
    if (approved) {
      AnswerFindings found = answers(difference, difference.outcome(), difference.correction());
      if (!found.faults().isEmpty()) {
        throw refused("现在不能通过，请退回重新核实：", found);
      }
    }
  }

  /** What the checks say about the answers, with the fields as the form calls them. */
  private AnswerFindings answers(
      Difference difference, Outcome outcome, Map<String, String> given) {
    boolean empty = outcome.effect() == Effect.CORRECT && CorrectionField.answers(given).isEmpty();
    if (empty || (outcome.effect() == Effect.MOVE_BLOCK && !given.containsKey("block"))) {
      return AnswerFindings.NONE;
    }
    AnswerFindings found =
        proposals
            .of(difference, outcome, given)
            .map(corrections::check)
            .orElse(AnswerFindings.NONE);
    return new AnswerFindings(named(found.faults()), named(found.doubts()));
  }

  private static List<Finding> named(List<Finding> findings) {
    return findings.stream()
        .map(it -> new Finding(CorrectionField.keyOf(it.item()), it.text()))
        .toList();
  }

  private static DecisionRefused refused(String before, AnswerFindings found) {
    String text = found.faults().stream().map(Finding::text).collect(Collectors.joining("；"));
    return new DecisionRefused(before + text + "。", found);
  }

  private static void checkReason(String reason, String label, String what, List<Finding> faults) {
    if (reason == null || reason.isBlank()) {
      faults.add(new Finding("reason", "请填写“" + label + "”：" + what));
    } else if (reason.strip().length() < SHORTEST_REASON) {
      faults.add(new Finding("reason", "“" + label + "”太短，至少写 " + SHORTEST_REASON + " 个字：" + what));
    } else if (reason.length() > LONGEST_REASON) {
      faults.add(new Finding("reason", "“" + label + "”最多 " + LONGEST_REASON + " 字"));
    }
  }

  private static void checkFields(
      Outcome outcome, Map<String, String> given, List<Finding> faults) {
    given
        .keySet()
        .forEach(
            key -> {
              if (CorrectionField.ofKey(key).isEmpty()) {
                faults.add(new Finding(key, "没有“" + key + "”这一项"));
              } else if (!CorrectionField.ofKey(key).get().belongsTo(outcome)) {
                String label = CorrectionField.ofKey(key).get().label();
                faults.add(new Finding(key, "核实结果“" + outcome.label() + "”不填“" + label + "”"));
              }
            });
    if (outcome.effect() == Effect.CORRECT && CorrectionField.answers(given).isEmpty()) {
      faults.add(new Finding(null, "请填写住户更正后的内容"));
    }
    boolean moved = outcome.effect() == Effect.MOVE_BLOCK || outcome.effect() == Effect.ADD_PAIR;
    if (moved && !given.containsKey("block")) {
      faults.add(new Finding("block", "请选择“普查小区”"));
    }
    if (!List.of("first", "second").contains(given.getOrDefault("keep", "first"))) {
      faults.add(new Finding("keep", "“保留哪一处登记”只能选第一处或第二处"));
    }
  }
}
