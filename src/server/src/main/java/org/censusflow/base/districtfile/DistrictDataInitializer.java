package org.censusflow.base.districtfile;

import org.censusflow.base.district.Districts;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Reads and checks the files of the districts before any bean exists, so that a faulty file stops
 * the start while no database, engine or port has been touched. Registered in {@code
 * META-INF/spring.factories}, hence the public class.
 */
public class DistrictDataInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final String PROPERTY = "censusflow.districts";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DistrictData data = DistrictData.load(location(context.getEnvironment()));
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    beans.registerSingleton("districts", data.districts());
    beans.registerSingleton("clauses", data.clauses());
    beans.registerSingleton("holidayCalendar", data.calendar());
  }

  /** Where the districts' files are. */
  public static String location(Environment environment) {
    return environment.getProperty(PROPERTY, Districts.DEFAULT_LOCATION);
  }
}
