package org.censusflow.base.operations;

import java.lang.reflect.Field;
import org.springframework.util.ReflectionUtils;

/**
 * What one of the engine's commands was called with. The engine hands its commands to interceptors
 * and has no way to ask them; a field that an update of the engine takes away stops the start.
 */
public record CommandField(Field field) {

  public static CommandField of(Class<?> command, String name) {
    Field field = ReflectionUtils.findField(command, name);
    if (field == null) {
      throw new IllegalStateException("CF-E158 " + command.getName() + " has no field " + name);
    }
    ReflectionUtils.makeAccessible(field);
    return new CommandField(field);
  }

  public Object in(Object command) {
    return ReflectionUtils.getField(field, command);
  }

  public String text(Object command) {
    return (String) in(command);
  }

  public void set(Object command, Object value) {
    ReflectionUtils.setField(field, command, value);
  }
}
