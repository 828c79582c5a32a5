package org.censusflow.outside.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which changes of the interface break who uses it. */
class ContractTests {

  private static final String BEFORE =
      """
      paths:
        /api/books/{id}:
          get:
            parameters:
            - {in: path, name: id, required: true, schema: {type: integer, format: int64}}
            - {in: query, name: format, schema: {type: string}}
            responses:
              '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
              '404': {description: none}
          put:
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
            responses: {'204': {description: kept}}
      components:
        schemas:
          Book:
            properties:
              title: {type: string}
              authors: {type: array, items: {type: string}}
      """;

  private static Set<String> broken(String was, String is) {
    assertThat(BEFORE).contains(was);
    return contract(BEFORE).brokenBy(contract(BEFORE.replace(was, is)));
  }

  private static Contract contract(String yaml) {
    try {
      JsonNode description = new YAMLMapper().readTree(yaml);
      return Contract.of(description);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsAddedBreaksNobody() {
    assertThat(
            broken("title: {type: string}", "title: {type: string}\n        isbn: {type: string}"))
        .isEmpty();
    assertThat(
            broken(
                "- {in: query, name: format",
                "- {in: query, name: page, schema: {type: integer}}\n      - {in: query, name: format"))
        .isEmpty();
    assertThat(
            broken(
                "components:",
                """
                  /api/authors:
                    get:
                      parameters: [{in: query, name: since, required: true, schema: {type: string}}]
                components:"""))
        .isEmpty();
    assertThat(broken("'404': {description: none}", "'410': {description: gone}")).isEmpty();
  }

  @Test
  void whatIsTakenAwayBreaksItsReaders() {
    assertThat(broken("/api/books/", "/api/volumes/")).contains("gone: get /api/books/{id}");
    assertThat(broken("title:", "name:")).containsExactly("gone: Book.title: string");
    assertThat(broken("'200'", "'202'")).contains("gone: get /api/books/{id} answers 200");
  }

  @Test
  void anotherTypeBreaksItsReaders() {
    assertThat(broken("items: {type: string}", "items: {type: integer}"))
        .containsExactly("gone: Book.authors: array of string");
    assertThat(
            broken("name: format, schema: {type: string}", "name: format, schema: {type: integer}"))
        .containsExactly("gone: get /api/books/{id} takes query format: string");
  }

  @Test
  void whatIsDemandedOfACallThatWasThereBreaksItsCallers() {
    assertThat(broken("name: format, schema", "name: format, required: true, schema"))
        .containsExactly("demanded: get /api/books/{id} query format");
    assertThat(broken("requestBody: {content", "requestBody: {required: true, content"))
        .containsExactly("demanded: put /api/books/{id} a body");
    assertThat(broken("    Book:\n", "    Book:\n      required: [title]\n"))
        .containsExactly("demanded: Book title");
  }
}
