package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;

/**
 * Stands behind the models in place of the steps: each bean is a mock of its real class, so that a
 * method that is renamed or takes something else fails here. Every step is noted as {@code
 * bean.method}, followed by the words it was given; a scene tells beforehand what a step sets and
 * what a question answers. What no scene tells is invented: no list, no fault, a day some time
 * ahead.
 */
final class PlayedSteps {

  /** What a question answers, from the instance that asks and the words that it asks with. */
  @FunctionalInterface
  interface Reply {
    Object to(DelegateExecution execution, List<String> words);
  }

  static final String SAMPLE_TEXT = "样例";

  private static final Map<String, Integer> USUAL_DAYS =
      Map.of("due", 30, "reminder", 20, "opens", 0);
  private static final Map<String, String> GROUPS =
      Map.of(
          "office", "census-office",
          "leads", "census-leads",
          "leadingGroup", "leading-group",
          "subdistrictOffice", "office",
          "supervisors", "supervisors",
          "enumerators", "enumerators");

  /** What was called, in order. */
  final List<String> calls = new ArrayList<>();

  /** Days from now until the date of a key; a key that is not listed has a usual one. */
  final Map<String, Integer> days = new HashMap<>();

  private final Map<String, Class<?>> classes = StepClasses.named();
  private final Map<String, Map<String, Object>> results = new HashMap<>();
  private final Map<String, Consumer<DelegateExecution>> actions = new HashMap<>();
  private final Map<String, Reply> replies = new HashMap<>();
  private final Map<String, List<String>> noted = new HashMap<>();

  Map<Object, Object> beans() {
    Map<Object, Object> beans = new HashMap<>();
    classes.forEach(
        (name, type) ->
            beans.put(
                name,
                Mockito.mock(
                    type,
                    Mockito.withSettings().stubOnly().defaultAnswer(call -> answer(name, call)))));
    return beans;
  }

  /** Forgets every call and everything it was told. */
  void clear() {
    calls.clear();
    Stream.of(days, results, actions, replies, noted).forEach(Map::clear);
  }

  long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  /**
   * What the step will set the next time and from then on.
   *
   * @param call as it is noted
   */
  void result(String call, Map<String, Object> variables) {
    known(call);
    results.put(call, variables);
  }

  /** What the step does besides, before its result is set. */
  void does(String step, Consumer<DelegateExecution> action) {
    known(step);
    actions.put(step, action);
  }

  void returns(String question, Object value) {
    returns(question, (execution, words) -> value);
  }

  void returns(String question, Reply reply) {
    known(question);
    replies.put(question, reply);
  }

  /** The step is noted with the values of these variables. */
  void notes(String step, String... variables) {
    known(step);
    noted.put(step, List.of(variables));
  }

  static Date in(int days) {
    return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
  }

  private void known(String call) {
    String[] names = call.split(" ")[0].split("\\.");
    assertThat(classes).containsKey(names[0]);
    assertThat(classes.get(names[0]).getMethods()).extracting(Method::getName).contains(names[1]);
  }

  private Object answer(String bean, InvocationOnMock call) throws Throwable {
    Method method = call.getMethod();
    if (!(call.getArguments().length > 0 && call.getArgument(0) instanceof DelegateExecution it)) {
      return Mockito.RETURNS_DEFAULTS.answer(call);
    }
    List<String> words = Arrays.stream(call.getArguments()).skip(1).map(String::valueOf).toList();
    String name = bean + "." + method.getName();
    if (method.getReturnType() == void.class) {
      step(name, it, words);
      return null;
    }
    Reply told = replies.get(name);
    return told != null
        ? told.to(it, words)
        : usual(bean, method, it, words.isEmpty() ? null : words.get(words.size() - 1));
  }

  private void step(String name, DelegateExecution execution, List<String> words) {
    actions.getOrDefault(name, it -> {}).accept(execution);
    String call =
        Stream.of(
                Stream.of(name),
                words.stream(),
                noted.getOrDefault(name, List.of()).stream().map(execution::getVariable))
            .flatMap(part -> part)
            .map(String::valueOf)
            .collect(Collectors.joining(" "));
    calls.add(call);
    results.getOrDefault(name, Map.of()).forEach(execution::setVariable);
    if (!call.equals(name)) {
      results.getOrDefault(call, Map.of()).forEach(execution::setVariable);
    }
  }

  private Object usual(String bean, Method method, DelegateExecution execution, String word) {
    if (bean.equals("groups")) {
      return group(method.getName(), execution, word);
    }
    Class<?> type = method.getReturnType();
    if (type == Date.class) {
      return bean.equals("deadlines")
          ? in(days.getOrDefault(word, 10))
          : date(method.getName(), word);
    }
    return type == String.class ? SAMPLE_TEXT : empty(type);
  }

  private static Object empty(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    if (type == long.class) {
      return 0L;
    }
    if (type == double.class) {
      return 0.0;
    }
    if (type == boolean.class) {
      return false;
    }
    return type.isAssignableFrom(List.class) && type != Object.class ? List.of() : null;
  }

  private Date date(String method, String word) {
    String key = word == null ? method : word;
    boolean due = method.equals("due") || word == null;
    return in(
        days.getOrDefault(due ? key : key + "-" + method, USUAL_DAYS.getOrDefault(method, 10)));
  }

  private static String group(String method, DelegateExecution execution, String unit) {
    String district = execution.getVariable("district") + "-";
    if (!GROUPS.containsKey(method)) {
      return district + unit;
    }
    boolean ofSubdistrict = method.matches("subdistrictOffice|supervisors|enumerators");
    String part = ofSubdistrict ? execution.getVariable("subdistrict") + "-" : "";
    return district + part + GROUPS.get(method);
  }
}
