package org.censusflow.district;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What counts on top of the files, which {@link DistrictDataInitializer} has read before. */
@Configuration(proxyBeanMethods = false)
class DistrictConfiguration {

  @Bean
  WorkingDays workingDays(HolidayCalendar calendar, ObjectProvider<MissingYear> missingYear) {
    return new WorkingDays(calendar, missingYear.getIfAvailable(() -> MissingYear.REFUSE));
  }

  @Bean
  DueDates dueDates(WorkingDays workingDays) {
    return new DueDates(workingDays);
  }
}
