package org.censusflow.registration.field.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.registration.field.Level;
import org.censusflow.registration.field.Reopenings;
import org.springframework.stereotype.Component;

/**
 * The blocks that whoever returns an acceptance wants done again: chosen from the list of the form,
 * or written by their codes.
 */
@Component
class NamedBlocks {

  /** Their codes go on as one text of the engine, which holds 4000 characters. */
  static final int MOST = 200;

  private static final int SHOWN = 20;

  private final Reopenings reopenings;

  NamedBlocks(Reopenings reopenings) {
    this.reopenings = reopenings;
  }

  static List<String> in(VariableScope scope) {
    return Stream.concat(
            FormValues.chosen(scope, "returnedBlocks").stream(),
            FormValues.codes(scope, "otherBlocks").stream())
        .toList();
  }

  /**
   * @throws TaskRefused naming everything that is wrong at once
   */
  void check(DelegateTask task) {
    List<String> named = in(task);
    String censusId = TaskOrigin.text(task.getExecution(), "censusId");
    String code = TaskOrigin.text(task.getExecution(), "unitCode");
    Level level = Level.valueOf(TaskOrigin.text(task.getExecution(), "level"));
    Set<String> known = reopenings.among(censusId, Level.DISTRICT, code, named);
    Set<String> own = reopenings.among(censusId, level, code, known);
    Set<String> seen = new HashSet<>();
    List<String> faults = new ArrayList<>();
    fault(faults, "没有这些小区，或者已经撤销：", named, it -> !known.contains(it));
    fault(faults, "不属于本次验收范围：", named, it -> known.contains(it) && !own.contains(it));
    fault(faults, "重复指定：", named, it -> !seen.add(it));
    if (seen.size() > MOST) {
      faults.add("一次最多指定 " + MOST + " 个小区，现有 " + seen.size() + " 个");
    }
    if (!faults.isEmpty()) {
      throw new TaskRefused("CF-E872 返工的小区有误，请更正后重新提交：" + String.join("；", faults) + "。");
    }
  }

  private static void fault(
      List<String> faults, String what, List<String> named, Predicate<String> wrong) {
    List<String> codes = named.stream().filter(wrong).distinct().toList();
    if (!codes.isEmpty()) {
      faults.add(
          codes.stream()
              .limit(SHOWN)
              .map(code -> code.substring(0, Math.min(SHOWN, code.length())))
              .collect(
                  Collectors.joining(
                      "、", what, codes.size() > SHOWN ? " 等 " + codes.size() + " 个" : "")));
    }
  }
}
