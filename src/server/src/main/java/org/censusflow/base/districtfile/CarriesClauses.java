package org.censusflow.base.districtfile;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks code that carries clauses of the notices by a rule about data, where no step of a process
 * does. The page about traceability is written from it.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface CarriesClauses {

  /** Ids of the clauses, e.g. {@code X5.1a}. */
  String[] value();

  /** Simple name of the test class that shows it. */
  String shownBy();
}
