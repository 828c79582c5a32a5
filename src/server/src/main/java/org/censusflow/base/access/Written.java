package org.censusflow.base.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text of a request that staff write in their own words: it is held against {@link FreeText}. What
 * is neither this nor {@link Coded} is held against it as well.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Written {

  /** What the form calls the field. */
  String value();
}
