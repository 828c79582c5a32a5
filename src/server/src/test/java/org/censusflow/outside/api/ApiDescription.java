package org.censusflow.outside.api;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Set;
import org.apache.commons.lang3.StringUtils;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationComponentsCustomizer;
import org.springdoc.core.customizers.JavadocPropertyCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;

/** Makes {@code docs/openapi.yaml} of the controllers, their records and their comments. */
@TestConfiguration
class ApiDescription {

  private static final String ROOT = "org.censusflow.";

  /**
   * The interface's own version, raised by hand: the first number with a change that can break a
   * client, the second with one that adds something. Before 1.0, which comes with the program's
   * first release, the second rises with either.
   */
  static final String VERSION = "0.3";

  private static final String ABOUT =
      """
      The project's own interface. What it does not show, tasks and processes, is the engine's REST API under \
      `/engine-rest`; its description is the artifact `org.camunda.bpm:camunda-engine-rest-openapi` of the same version as \
      the engine. Start with `docs/integrators.md`.

      An account sees its own district, and in it what its groups may do. Every call can be answered with 401 (no or a \
      wrong login; tries are slowed down) and 403 (not the caller's, or not there: which of the two is not told). A \
      refusal is `{"message"}`, a number that `docs/errors.md` explains and a Chinese text for the officer.

      The version is `major.minor`: the first number changes with what can break a client, the second with what is added; \
      before 1.0 the second changes with either. Clients have to bear fields and values that they do not know.""";

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("CensusFlow")
                .version(VERSION)
                .description(ABOUT)
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .servers(List.of(new Server().url("/").description("where this description comes from")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .security(List.of(new SecurityRequirement().addList("basic")));
  }

  @Bean
  SourceJavadoc javadoc() {
    return new SourceJavadoc();
  }

  /** The last that is registered is asked first, and this one asks the others. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ModelConverter javadocOfRecords(SourceJavadoc javadoc, ObjectMapperProvider mappers) {
    return new JavadocPropertyCustomizer(javadoc, mappers);
  }

  @Bean
  GlobalOperationComponentsCustomizer operations(
      ApplicationContext context, JavadocProvider javadoc) {
    AnswerDescriptions answers = new AnswerDescriptions(context, javadoc);
    return new GlobalOperationComponentsCustomizer() {
      @Override
      public Operation customize(Operation operation, Components components, HandlerMethod method) {
        name(operation, method);
        answers.complete(operation, components, method);
        Bodies.complete(operation, method);
        return operation;
      }

      @Override
      public Operation customize(Operation operation, HandlerMethod method) {
        return operation;
      }
    };
  }

  /** By room and method, so that a new controller changes no other's names. */
  private static void name(Operation operation, HandlerMethod method) {
    String controller = StringUtils.removeEnd(method.getBeanType().getSimpleName(), "Controller");
    String room = StringUtils.removeStart(method.getBeanType().getPackageName(), ROOT);
    operation
        .operationId(
            StringUtils.uncapitalize(controller)
                + StringUtils.capitalize(method.getMethod().getName()))
        .tags(List.of(room))
        .description(
            StringUtils.removeStart(operation.getDescription(), operation.getSummary()).trim());
  }

  /** A tag is a room; what it is about stands in its package's comment. */
  @Bean
  GlobalOpenApiCustomizer tags(SourceJavadoc javadoc) {
    return api ->
        api.setTags(
            api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(operation -> operation.getTags().get(0))
                .distinct()
                .sorted()
                .map(room -> new Tag().name(room).description(javadoc.ofPackage(ROOT + room)))
                .toList());
  }

  /**
   * A type within another bears its name too: there are several {@code Entry}s and {@code Row}s.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(
        mappers.jsonMapper(),
        new TypeNameResolver() {
          @Override
          protected String nameForClass(Class<?> type, Set<Options> options) {
            return type.isMemberClass()
                ? StringUtils.removeEnd(type.getEnclosingClass().getSimpleName(), "Controller")
                    + type.getSimpleName()
                : type.getSimpleName();
          }
        });
  }
}
