package org.censusflow.base.data;

import java.lang.reflect.RecordComponent;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.AbstractSqlParameterSource;

/**
 * The named parameters of a statement: the components of records, and single values. Instants, days
 * and enums go as both databases take them.
 */
public final class Params extends AbstractSqlParameterSource {

  private final Map<String, Object> values = new LinkedHashMap<>();

  public static Params of(Record record) {
    return new Params().and(record);
  }

  public static Params of(String name, Object value) {
    return new Params().and(name, value);
  }

  /** Adds the record's components by their names. */
  public Params and(Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      and(component.getName(), value(component, record));
    }
    return this;
  }

  public Params and(String name, Object value) {
    values.put(name, stored(value));
    return this;
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object stored(Object value) {
    if (value instanceof Instant instant) {
      return Moments.at(instant);
    }
    if (value instanceof LocalDate day) {
      return Date.valueOf(day);
    }
    if (value instanceof Code code) {
      return code.code();
    }
    return value instanceof Enum<?> one ? one.name() : value;
  }

  @Override
  public boolean hasValue(String name) {
    return values.containsKey(name);
  }

  @Override
  public Object getValue(String name) {
    if (!hasValue(name)) {
      throw new IllegalArgumentException("No value for the parameter " + name);
    }
    return values.get(name);
  }

  @Override
  public String[] getParameterNames() {
    return values.keySet().toArray(String[]::new);
  }
}
