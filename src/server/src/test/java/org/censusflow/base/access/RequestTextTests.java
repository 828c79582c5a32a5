package org.censusflow.base.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Every text that the project's API takes is free text that is checked, or declared as none. */
class RequestTextTests {

  /** Free text of requests: what a form calls it, by record and component. */
  private static final Set<String> WRITTEN =
      Set.of(
          "AreaChangeRequest.reason",
          "Decision.remark",
          "Doubt.evidence",
          "Doubt.reason",
          "Handover.reason",
          "Judgement.reason",
          "NotReached.note",
          "QuestionReply.evidence",
          "QuestionReply.reason",
          "Recheck.note",
          "Retraction.reason",
          "Reassignment.reason",
          "Review.reason",
          "Settlement.reason",
          "Visit.note");

  @Test
  void everyTextOfARequestIsEitherWrittenOrCoded() throws ClassNotFoundException {
    List<String> undeclared = new ArrayList<>();
    Set<String> written = new TreeSet<>();
    for (Type body : bodies()) {
      look(body, undeclared, written);
    }

    assertThat(undeclared).as("components without @Written or @Coded").isEmpty();
    assertThat(written).containsExactlyElementsOf(new TreeSet<>(WRITTEN));
  }

  private static List<Type> bodies() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    List<Type> bodies = new ArrayList<>();
    for (var found : scanner.findCandidateComponents("org.censusflow")) {
      for (Method method : Class.forName(found.getBeanClassName()).getDeclaredMethods()) {
        for (Parameter parameter : method.getParameters()) {
          if (parameter.isAnnotationPresent(RequestBody.class)) {
            bodies.add(parameter.getParameterizedType());
          }
        }
      }
    }
    assertThat(bodies).hasSizeGreaterThan(10);
    return bodies;
  }

  private static void look(Type type, List<String> undeclared, Set<String> written) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments())
          .forEach(argument -> look(argument, undeclared, written));
    } else if (type instanceof Class<?> record && record.isRecord()) {
      for (RecordComponent component : record.getRecordComponents()) {
        String name = record.getSimpleName() + "." + component.getName();
        if (component.isAnnotationPresent(Written.class)) {
          written.add(name);
        } else if (!component.isAnnotationPresent(Coded.class)) {
          if (holdsText(component.getType())) {
            undeclared.add(name);
          }
          look(component.getGenericType(), undeclared, written);
        }
      }
    }
  }

  private static boolean holdsText(Class<?> type) {
    return type == String.class
        || type == Object.class
        || Collection.class.isAssignableFrom(type)
        || Map.class.isAssignableFrom(type);
  }
}
