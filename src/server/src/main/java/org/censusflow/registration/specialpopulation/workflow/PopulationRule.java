package org.censusflow.registration.specialpopulation.workflow;

import java.util.Arrays;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.registration.SpecialPopulationProcess;
import org.censusflow.base.task.TaskOrigin;
import org.censusflow.base.task.TaskRule;
import org.censusflow.registration.specialpopulation.PopulationKind;
import org.springframework.stereotype.Component;

/** Figures of special populations add up. */
@Component
class PopulationRule implements TaskRule {

  private static final Set<String> TASKS =
      Set.of(
          SpecialPopulationProcess.REPORT_MILITARY,
          SpecialPopulationProcess.PREPARE_POPULATION,
          SpecialPopulationProcess.REGISTER_BY_SUBDISTRICT);

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return TASKS.contains(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case SpecialPopulationProcess.REPORT_MILITARY -> checkMilitary(task);
      case SpecialPopulationProcess.PREPARE_POPULATION -> checkParts(task);
      default -> checkNote(task);
    }
  }

  private static void checkMilitary(DelegateTask task) {
    int people =
        FormValues.number(task, "servingMilitary") + FormValues.number(task, "barracksOthers");
    int bySex = FormValues.number(task, "militaryMale") + FormValues.number(task, "militaryFemale");
    if (people != bySex) {
      throw new TaskRefused("CF-E881 男女合计 %d 人，与营院内合计 %d 人不符。".formatted(bySex, people));
    }
  }

  private static void checkParts(DelegateTask task) {
    if (FormValues.chosen(task, "populationSubdistricts").isEmpty()) {
      throw new TaskRefused("CF-E882 请至少选择一个有这类人群的街道。");
    }
    PopulationKind kind = PopulationKind.ofKey(TaskOrigin.text(task.getExecution(), "kind"));
    int parts = Arrays.stream(kind.parts()).mapToInt(part -> FormValues.number(task, part)).sum();
    int whole = FormValues.number(task, "expectedPersons");
    if (kind.parts().length > 0 && parts != whole) {
      throw new TaskRefused("CF-E883 分项合计 %d 人，与掌握的人数合计 %d 人不符。".formatted(parts, whole));
    }
  }

  private static void checkNote(DelegateTask task) {
    if (FormValues.number(task, "notReached") > 0
        && FormValues.text(task, "registerNote", null) == null) {
      throw new TaskRefused("CF-E884 有没有登记到的人：请写明情况和办法。");
    }
  }
}
