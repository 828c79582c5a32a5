package org.censusflow.base.task;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;

/** The rule that a day which a task fixes is still to come. */
public final class DayAhead {

  private DayAhead() {}

  /**
   * @throws TaskRefused with this reason when the field is empty or its day has passed
   */
  public static void require(DelegateTask task, String field, String reason) {
    LocalDate day = FormValues.day(task, field);
    LocalDate today = ClockUtil.getCurrentTime().toInstant().atZone(WorkingDays.ZONE).toLocalDate();
    if (day == null || day.isBefore(today)) {
      throw new TaskRefused(reason);
    }
  }
}
