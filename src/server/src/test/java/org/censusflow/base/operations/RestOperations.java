package org.censusflow.base.operations;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every operation of a JAX-RS resource, as {@code METHOD /path/{parameter}}, those behind its
 * locators too. Asked of the classes that are served, so that no description can leave one out.
 */
public final class RestOperations {

  private final Set<String> found = new TreeSet<>();
  private final Deque<Class<?>> above = new ArrayDeque<>();

  private RestOperations() {}

  /**
   * @param prefix where the resource is served, in front of its own path
   */
  public static Set<String> of(String prefix, Class<?>... resources) {
    RestOperations operations = new RestOperations();
    for (Class<?> resource : resources) {
      operations.collect(prefix + path(annotation(resource, Path.class)), resource);
    }
    return operations.found;
  }

  private void collect(String prefix, Class<?> resource) {
    if (above.contains(resource)) {
      return;
    }
    above.push(resource);
    for (Method method : resource.getMethods()) {
      if (!method.isBridge()) {
        collect(prefix, method);
      }
    }
    above.pop();
  }

  private void collect(String prefix, Method method) {
    Method declared = declared(method);
    if (declared == null) {
      return;
    }
    String path = prefix + path(declared.getAnnotation(Path.class));
    String verb =
        Arrays.stream(declared.getAnnotations())
            .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
            .filter(it -> it != null)
            .map(HttpMethod::value)
            .findFirst()
            .orElse(null);
    if (verb != null) {
      found.add(verb + " " + (path.isEmpty() ? "/" : path));
    } else {
      collect(path, method.getReturnType());
    }
  }

  /** The method that carries the annotations: of the class itself, or of what it implements. */
  private static Method declared(Method method) {
    for (Class<?> type : lineage(method.getDeclaringClass())) {
      try {
        Method same = type.getMethod(method.getName(), method.getParameterTypes());
        if (same.isAnnotationPresent(Path.class) || hasVerb(same)) {
          return same;
        }
      } catch (NoSuchMethodException e) {
        continue; // another of its interfaces declares it
      }
    }
    return null;
  }

  private static boolean hasVerb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(it -> it.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static <A extends Annotation> A annotation(Class<?> resource, Class<A> kind) {
    return lineage(resource).stream()
        .filter(type -> type.isAnnotationPresent(kind))
        .map(type -> type.getAnnotation(kind))
        .findFirst()
        .orElse(null);
  }

  private static Set<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> all = new java.util.LinkedHashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      all.add(at);
      for (Class<?> implemented : at.getInterfaces()) {
        all.addAll(lineage(implemented));
      }
    }
    return all;
  }

  /** With one slash in front, none behind, and no pattern in its parameters. */
  private static String path(Path path) {
    if (path == null) {
      return "";
    }
    String plain = path.value().replaceAll("\\{\\s*([\\w-]+)\\s*:[^}]*}", "{$1}");
    plain = plain.replaceAll("^/+|/+$", "");
    return plain.isEmpty() ? "" : "/" + plain;
  }
}
