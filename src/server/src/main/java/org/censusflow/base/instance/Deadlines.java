package org.censusflow.base.instance;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.censusflow.base.district.DueDates;
import org.springframework.stereotype.Component;

/**
 * Due dates for tasks and timers in models, e.g. {@code ${deadlines.due(execution, 'recheck')}}.
 */
@Component("deadlines")
public class Deadlines {

  private final InstanceDistrict instanceDistrict;
  private final DueDates dueDates;

  Deadlines(InstanceDistrict instanceDistrict, DueDates dueDates) {
    this.instanceDistrict = instanceDistrict;
    this.dueDates = dueDates;
  }

  /**
   * Closing time of the last working day that the district's file allows, counted from the engine's
   * now.
   *
   * @param deadline key in the file's {@code deadlines}
   * @throws org.censusflow.base.district.UnknownInDistrict when the file has no such deadline
   * @throws org.censusflow.base.district.CalendarYearMissing when the calendar lacks a year
   */
  public Date due(DelegateExecution execution, String deadline) {
    return Date.from(
        dueDates.due(
            instanceDistrict.of(execution), deadline, ClockUtil.getCurrentTime().toInstant()));
  }
}
