package org.censusflow.base.access;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Holds the free text of every body that the project's API takes against {@link FreeText}. */
@RestControllerAdvice
class FreeTextAdvice extends RequestBodyAdviceAdapter {

  private static final String UNNAMED = "说明文字";

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
    List<String> faults = new ArrayList<>();
    look(body, UNNAMED, faults);
    if (!faults.isEmpty()) {
      throw new FreeTextRefused("CF-E312 " + String.join("；", faults) + "。");
    }
    return body;
  }

  private static void look(Object value, String label, List<String> faults) {
    if (value instanceof String text) {
      FreeText.fault(label, text).ifPresent(faults::add);
    } else if (value instanceof Collection<?> values) {
      values.forEach(one -> look(one, label, faults));
    } else if (value instanceof Map<?, ?> values) {
      values.values().forEach(one -> look(one, label, faults));
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        if (!component.isAnnotationPresent(Coded.class)) {
          Written written = component.getAnnotation(Written.class);
          look(read(component, value), written == null ? label : written.value(), faults);
        }
      }
    }
  }

  private static Object read(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
  Refusal refused(FreeTextRefused refusal) {
    return new Refusal(refusal.getMessage());
  }
}
