package org.censusflow.governance.workflow;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.district.WorkingDays;
import org.censusflow.engine.TaskRefused;
import org.censusflow.engine.TaskRule;
import org.springframework.stereotype.Component;

/** Days of meetings and of their decisions lie ahead; minutes name who came. */
@Component
class MeetingRule implements TaskRule {

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return switch (taskDefinitionKey) {
      case "Task_ConveneMeeting", "Task_RecordMinutes", "Task_RecordDecision" -> true;
      default -> false;
    };
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case "Task_ConveneMeeting" -> {
        if ("convene".equals(task.getVariable("meetingDecision"))) {
          mustLieAhead(task, "meetingOn", "会议日期");
        }
      }
      case "Task_RecordDecision" -> {
        mustLieAhead(task, "decisionDueOn", "完成期限");
      }
      default -> {
        if (Instance.chosen(task, "attendedUnits").isEmpty()) {
          throw new TaskRefused("CF-E712 请登记参会的单位。");
        }
      }
    }
  }

  private static void mustLieAhead(DelegateTask task, String name, String label) {
    Object value = task.getVariable(name);
    LocalDate today = ClockUtil.getCurrentTime().toInstant().atZone(WorkingDays.ZONE).toLocalDate();
    if (!Instance.isDate(value) || LocalDate.parse(value.toString()).isBefore(today)) {
      throw new TaskRefused("CF-E711 请填写“" + label + "”，不得早于今天。");
    }
  }
}
