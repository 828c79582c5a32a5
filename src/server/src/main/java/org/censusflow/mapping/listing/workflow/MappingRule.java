package org.censusflow.mapping.listing.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.instance.InstanceDistrict;
import org.censusflow.base.process.mapping.MappingProcess;
import org.censusflow.base.task.TaskRule;
import org.censusflow.mapping.area.AreaChecks;
import org.censusflow.mapping.area.Readiness;
import org.springframework.stereotype.Component;

/** Days are days, and nothing is accepted that the checks refuse. */
@Component
class MappingRule implements TaskRule {

  private static final Map<String, String> DAYS =
      Map.of(
          MappingProcess.SUPPLY_BASE_MAPS,
          "imageryOn",
          MappingProcess.CONFIRM_DIVISIONS,
          "divisionsOn");

  private final InstanceDistrict instance;
  private final AreaChecks checks;
  private final Clock clock;

  MappingRule(InstanceDistrict instance, AreaChecks checks, Clock clock) {
    this.instance = instance;
    this.checks = checks;
    this.clock = clock;
  }

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return MappingProcess.ACCEPT_MAPPING.equals(taskDefinitionKey)
        || DAYS.containsKey(taskDefinitionKey);
  }

  @Override
  public void check(DelegateTask task) {
    String key = task.getTaskDefinitionKey();
    if (DAYS.containsKey(key)) {
      checkDay(FormValues.text(task, DAYS.get(key), ""));
    }
    if (key.equals(MappingProcess.ACCEPT_MAPPING)) {
      checkAcceptance(task);
    }
  }

  private void checkDay(String day) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
    try {
      if (!LocalDate.parse(day.substring(0, Math.min(10, day.length()))).isAfter(today)) {
        return;
      }
    } catch (DateTimeParseException e) {
      // Told below, as a day that is still to come.
    }
    throw new TaskRefused("CF-E819 请填写有效的日期，不能晚于今天。");
  }

  private void checkAcceptance(DelegateTask task) {
    if ("return".equals(task.getVariable("acceptanceDecision"))) {
      if (FormValues.chosen(task, "returnedSubdistricts").isEmpty()) {
        throw new TaskRefused("CF-E819 请选择退回的街道（乡镇）。");
      }
      return;
    }
    Readiness readiness = checks.check(instance.of(task.getExecution()).census().id(), null);
    if (!readiness.ready()) {
      throw new TaskRefused("CF-E809 还有须改正的检查结果，不能验收。");
    }
    int areas = readiness.figures().areas();
    int confirmed = FormValues.number(task.getExecution(), "divisionCommunities");
    if (areas != confirmed) {
      throw new TaskRefused(
          "CF-E819 普查区 %d 个，与民政核定的村（居）%d 个不符：请退回有关街道。".formatted(areas, confirmed));
    }
  }
}
