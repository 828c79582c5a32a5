package org.censusflow.crosscheck.request;

import org.censusflow.base.district.Districts;
import org.censusflow.base.districtfile.DistrictDataInitializer;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reads and checks the departments' mappings right behind the districts' files, so that a faulty
 * one stops the start while no database, engine or port has been touched. Registered in {@code
 * META-INF/spring.factories} behind the districts', hence the public class.
 */
public class DepartmentMappingsInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    String location = DistrictDataInitializer.location(context.getEnvironment());
    Districts districts = beans.getBean(Districts.class);
    beans.registerSingleton("departmentMappings", DepartmentMappings.load(location, districts));
  }
}
