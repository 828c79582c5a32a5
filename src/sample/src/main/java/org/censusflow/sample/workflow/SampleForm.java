package org.censusflow.sample.workflow;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.censusflow.base.district.WorkingDays;

/** How a form is filled in by sample staff. */
interface SampleForm {

  /** Stands for whatever a person would write. */
  String SAMPLE = "样例";

  /** What is submitted, given the task's variables. */
  Map<String, Object> of(Task task, Map<String, Object> variables);

  static int number(Map<String, Object> variables, String name) {
    return variables.get(name) instanceof Number number ? number.intValue() : 0;
  }

  static String today() {
    return later(Duration.ZERO).toLocalDate().toString();
  }

  static ZonedDateTime later(Duration duration) {
    return ClockUtil.getCurrentTime().toInstant().plus(duration).atZone(WorkingDays.ZONE);
  }
}
