package org.censusflow.postenumeration.publication.workflow;

import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.censusflow.base.district.WorkingDays;
import org.censusflow.base.engine.TaskRefused;
import org.censusflow.base.form.FormValues;
import org.springframework.stereotype.Component;

/** What a form reports as done was done on a day, not in the future, and in its order. */
@Component
class PastDay {

  private final Clock clock;

  PastDay(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param earlier variable of a day that must not lie later; null for none
   */
  void check(DelegateTask task, String name, String earlier) {
    LocalDate day = FormValues.day(task, name);
    LocalDate first = earlier == null ? null : FormValues.day(task, earlier);
    if (day == null || day.isAfter(today()) || first != null && day.isBefore(first)) {
      throw new TaskRefused("CF-E912 请填写有效的日期：已经办理的事项不能晚于今天，也不能早于前一环节。");
    }
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE);
  }
}
