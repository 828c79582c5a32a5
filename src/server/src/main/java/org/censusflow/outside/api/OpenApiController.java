package org.censusflow.outside.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the description of this interface. */
@RestController
class OpenApiController {

  private static final Resource DESCRIPTION = new ClassPathResource("openapi.yaml");

  /** This description, as JSON. For every account. */
  @GetMapping(path = "/api/openapi", produces = "application/json")
  Map<String, Object> json() throws IOException {
    try (InputStream yaml = DESCRIPTION.getInputStream()) {
      return new YAMLMapper().readValue(yaml, new TypeReference<>() {});
    }
  }

  /** This description, as YAML. For every account. */
  @GetMapping(path = "/api/openapi.yaml", produces = "application/yaml")
  Resource yaml() {
    return DESCRIPTION;
  }
}
