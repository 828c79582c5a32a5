package org.censusflow.governance.meeting.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.censusflow.base.process.governance.LeadingGroupMeetingProcess;
import org.censusflow.base.task.DayAhead;
import org.censusflow.base.task.TaskRule;
import org.springframework.stereotype.Component;

/** Days of meetings and of their decisions lie ahead; minutes name who came. */
@Component
class MeetingRule implements TaskRule {

  @Override
  public boolean appliesTo(String taskDefinitionKey) {
    return switch (taskDefinitionKey) {
      case LeadingGroupMeetingProcess.CONVENE_MEETING,
          LeadingGroupMeetingProcess.RECORD_MINUTES,
          LeadingGroupMeetingProcess.RECORD_DECISION ->
          true;
      default -> false;
    };
  }

  @Override
  public void check(DelegateTask task) {
    switch (task.getTaskDefinitionKey()) {
      case LeadingGroupMeetingProcess.CONVENE_MEETING -> {
        if ("convene".equals(task.getVariable("meetingDecision"))) {
          DayAhead.require(task, "meetingOn", "CF-E711 请填写“会议日期”，不得早于今天。");
        }
      }
      case LeadingGroupMeetingProcess.RECORD_DECISION -> {
        DayAhead.require(task, "decisionDueOn", "CF-E711 请填写“完成期限”，不得早于今天。");
      }
      default -> {
        if (FormValues.chosen(task, "attendedUnits").isEmpty()) {
          throw new TaskRefused("CF-E712 请登记参会的单位。");
        }
      }
    }
  }
}
