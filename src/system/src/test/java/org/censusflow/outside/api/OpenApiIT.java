package org.censusflow.outside.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.censusflow.CensusFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** {@code docs/openapi.yaml} says what the program's own interface does, and changes with care. */
@SpringBootTest(
    classes = CensusFlow.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
      "censusflow.sample.enabled=false",
      "springdoc.api-docs.enabled=true",
      "springdoc.api-docs.version=openapi_3_0",
      "springdoc.paths-to-match=/api/**",
      "springdoc.default-produces-media-type=application/json",
      "springdoc.override-with-generic-response=false",
      "springdoc.writer-with-order-by-keys=true"
    })
@AutoConfigureMockMvc(addFilters = false)
@Import(ApiDescription.class)
@DirtiesContext
class OpenApiIT {

  private static final Path COMMITTED = Path.of("docs/openapi.yaml");
  private static final boolean WRITE = Boolean.getBoolean("censusflow.openapi.write");
  private static final String REGENERATE =
      "write docs/openapi.yaml with: mvn verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dit.test=OpenApiIT -Dcensusflow.openapi.write=true";

  @Autowired private MockMvc web;
  private String generated;
  private String committed;

  @BeforeEach
  void generate() throws Exception {
    generated = get("/v3/api-docs.yaml");
    committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED).replace("\r\n", "\n") : "{}";
  }

  private String get(String path) throws Exception {
    return web.perform(MockMvcRequestBuilders.get(path))
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private static JsonNode tree(String yaml) throws Exception {
    return new YAMLMapper().readTree(yaml);
  }

  @Test
  void theCommittedDescriptionIsWhatTheProgramDoes() throws Exception {
    whatBreaksAClientRaisesTheVersion();
    if (WRITE) {
      Files.writeString(COMMITTED, generated);
      committed = generated;
    }
    assertThat(committed).as(REGENERATE).isEqualTo(generated);
  }

  @Test
  void whatBreaksAClientRaisesTheVersion() throws Exception {
    JsonNode before = tree(committed);
    JsonNode now = tree(generated);
    if (promise(before).equals(promise(now))) {
      assertThat(Contract.of(before).brokenBy(Contract.of(now)))
          .as("breaks clients of " + version(before) + ": raise ApiDescription.VERSION")
          .isEmpty();
    }
  }

  private static String version(JsonNode description) {
    return description.at("/info/version").asText();
  }

  /** What rises with a breaking change: the first number, before 1.0 the second. */
  private static String promise(JsonNode description) {
    String version = version(description);
    return version.startsWith("0.") ? version : version.replaceFirst("\\..*", "");
  }

  @Test
  void whatIsHandedOutIsWhatIsCommitted() throws Exception {
    assumeFalse(WRITE, "what is packed was made before");
    assertThat(get("/api/openapi.yaml")).isEqualTo(committed);
    assertThat(new YAMLMapper().readTree(get("/api/openapi"))).isEqualTo(tree(committed));
  }

  @Test
  void everyOperationSaysWhatItDoesForWhomAndHowItRefuses() throws Exception {
    List<JsonNode> operations =
        StreamSupport.stream(tree(generated).path("paths").spliterator(), false)
            .flatMap(path -> StreamSupport.stream(path.spliterator(), false))
            .toList();
    assertThat(operations).hasSizeGreaterThan(60);
    assertThat(operations)
        .extracting(it -> it.path("operationId").asText())
        .doesNotHaveDuplicates();
    assertThat(operations)
        .allSatisfy(
            operation -> {
              assertThat(operation.path("summary").asText()).endsWith(".");
              assertThat(operation.path("description").asText()).startsWith("For ");
              assertThat(operation.path("responses").properties())
                  .extracting(Map.Entry::getKey)
                  .contains("401", "403");
            });
  }
}
