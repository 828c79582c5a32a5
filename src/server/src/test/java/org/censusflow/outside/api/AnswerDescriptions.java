package org.censusflow.outside.api;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.censusflow.base.access.Refusal;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.ControllerAdviceBean;
import org.springframework.web.method.HandlerMethod;

/**
 * With which statuses an operation answers: those that its comment names behind {@code @return},
 * what its controller's handlers make of an exception, what the module's handlers make of those
 * behind {@code @throws}, and what every operation can meet.
 */
final class AnswerDescriptions {

  /** {@code `201` a new one, `200` the one before}. */
  private static final Pattern STATUS = Pattern.compile("`(\\d{3})` ([^`]+?)(?=, `|$)");

  private final ApplicationContext context;
  private final JavadocProvider javadoc;

  AnswerDescriptions(ApplicationContext context, JavadocProvider javadoc) {
    this.context = context;
    this.javadoc = javadoc;
  }

  void complete(Operation operation, Components components, HandlerMethod method) {
    ApiResponses responses = operation.getResponses();
    nameSuccesses(responses, javadoc.getMethodJavadocReturn(method.getMethod()));
    refusals(method)
        .forEach(
            (handler, why) -> {
              Schema<?> refusal = schema(handler.getReturnType(), components);
              answer(responses, status(handler), why, "application/json", refusal);
            });
    if (operation.getParameters() != null || operation.getRequestBody() != null) {
      Schema<?> problem = schema(ProblemDetail.class, components);
      answer(responses, "400", "not well-formed", "application/problem+json", problem);
    }
    Schema<?> refusal = schema(Refusal.class, components);
    answer(responses, "401", "no login, or a wrong one", "application/json", refusal);
    answer(responses, "403", "not the caller's, or not there", "application/json", refusal);
  }

  private static void nameSuccesses(ApiResponses responses, String statuses) {
    List<MatchResult> named = STATUS.matcher(statuses).results().toList();
    if (named.isEmpty()) {
      return;
    }
    String only =
        responses.keySet().stream().filter(it -> it.startsWith("2")).findFirst().orElseThrow();
    Content content = responses.remove(only).getContent();
    for (MatchResult status : named) {
      content.forEach(
          (type, body) ->
              answer(responses, status.group(1), status.group(2), type, body.getSchema()));
    }
  }

  /** Handlers that can answer instead of the method, and what they mean here. */
  private Map<Method, String> refusals(HandlerMethod method) {
    Map<Method, String> refusals = new LinkedHashMap<>();
    for (Method handler : method.getBeanType().getDeclaredMethods()) {
      if (handler.isAnnotationPresent(ExceptionHandler.class)) {
        refusals.put(handler, "refused: the message says why");
      }
    }
    javadoc
        .getMethodJavadocThrows(method.getMethod())
        .forEach((failure, why) -> refusals.put(handler(method, failure), why));
    return refusals;
  }

  private Method handler(HandlerMethod method, String failure) {
    return ControllerAdviceBean.findAnnotatedBeans(context).stream()
        .filter(advice -> advice.isApplicableToBeanType(method.getBeanType()))
        .flatMap(advice -> Arrays.stream(advice.getBeanType().getDeclaredMethods()))
        .filter(handler -> handles(handler, failure))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Nothing answers " + failure + ": " + method));
  }

  private static boolean handles(Method handler, String failure) {
    return handler.isAnnotationPresent(ExceptionHandler.class)
        && handler.getParameterTypes()[0].getSimpleName().equals(failure);
  }

  private static String status(Method handler) {
    return String.valueOf(handler.getAnnotation(ResponseStatus.class).value().value());
  }

  /** Adds an answer; a status that has two reasons or two bodies names both. */
  private static void answer(
      ApiResponses responses, String status, String why, String type, Schema<?> body) {
    ApiResponse response =
        responses.computeIfAbsent(status, it -> new ApiResponse().content(new Content()));
    String before = response.getDescription();
    response.setDescription(before == null || before.equals(why) ? why : before + "; " + why);
    MediaType content = response.getContent().get(type);
    boolean another = content != null && !body.equals(content.getSchema());
    Schema<?> either =
        another ? new Schema<>().addOneOfItem(content.getSchema()).addOneOfItem(body) : body;
    response.getContent().addMediaType(type, new MediaType().schema(either));
  }

  private static Schema<?> schema(Class<?> type, Components components) {
    ResolvedSchema resolved =
        ModelConverters.getInstance()
            .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true));
    resolved.referencedSchemas.forEach(components::addSchemas);
    return resolved.schema;
  }
}
