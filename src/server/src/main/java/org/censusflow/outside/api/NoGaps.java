package org.censusflow.outside.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Takes no list with a {@code null} in it: none of the interface's lists has a meaning for it. */
@RestControllerAdvice
class NoGaps extends RequestBodyAdviceAdapter {

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return !byte[].class.equals(type);
  }

  @Override
  public Object afterBodyRead(
      Object body,
      HttpInputMessage input,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter) {
    if (hasGap(body)) {
      throw new HttpMessageNotReadableException("A list holds a null", input);
    }
    return body;
  }

  private static boolean hasGap(Object value) {
    if (value instanceof Collection<?> values) {
      return values.stream().anyMatch(one -> one == null || hasGap(one));
    }
    return value instanceof Record
        && Arrays.stream(value.getClass().getRecordComponents())
            .anyMatch(component -> hasGap(read(component, value)));
  }

  private static Object read(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
