package org.censusflow.base.engine.models;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The classes behind the beans that the models name. */
final class StepClasses {

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern CALLED = Pattern.compile("(\\w+)\\.\\w+\\(");
  private static final String OF_THE_ENGINE = "decisionResult";

  private StepClasses() {}

  /** Each bean that an expression of a model calls, with the class that carries its name. */
  static Map<String, Class<?>> named() {
    Map<String, Class<?>> named = new HashMap<>();
    Set<String> wanted = beansOfTheModels();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class, false));
    for (BeanDefinition found : scanner.findCandidateComponents("org.censusflow")) {
      Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
      String name = type.getAnnotation(Component.class).value();
      if (wanted.contains(name)) {
        named.put(name, type);
      }
    }
    return named;
  }

  /** The names that the models' expressions call a method of. */
  static Set<String> beansOfTheModels() {
    Set<String> names = new TreeSet<>();
    for (var file : Models.bpmnFiles()) {
      Matcher expressions = EXPRESSION.matcher(Models.text(file));
      while (expressions.find()) {
        Matcher calls = CALLED.matcher(expressions.group(1));
        while (calls.find()) {
          names.add(calls.group(1));
        }
      }
    }
    names.remove(OF_THE_ENGINE);
    return names;
  }
}
