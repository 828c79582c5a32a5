package org.censusflow.base.district;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What counts on top of the files, which the initializer has read before. */
@Configuration(proxyBeanMethods = false)
class DistrictConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DistrictConfiguration.class);

  @Bean
  WorkingDays workingDays(HolidayCalendar calendar, ObjectProvider<MissingYear> missingYear) {
    MissingYear policy = missingYear.getIfAvailable(() -> MissingYear.REFUSE);
    int soon = LocalDate.now(WorkingDays.ZONE).plusMonths(2).getYear();
    if (policy == MissingYear.REFUSE && !calendar.years().contains(soon)) {
      LOG.warn(
          "DISTRICT-02 No public holidays known for {}: deadlines that reach it will fail."
              + " Add calendar/{}.yaml beside the district files.",
          soon,
          soon);
    }
    return new WorkingDays(calendar, policy);
  }

  @Bean
  DueDates dueDates(WorkingDays workingDays) {
    return new DueDates(workingDays);
  }
}
