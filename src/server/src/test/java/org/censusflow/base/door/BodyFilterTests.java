package org.censusflow.base.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A body is given on whole and in time, or not at all. */
class BodyFilterTests {

  private final MockHttpServletRequest request =
      new MockHttpServletRequest("POST", "/engine-rest/task");
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain behind = new MockFilterChain();

  private void comes(Duration longest) throws Exception {
    request.setContent("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
    new BodyFilter(longest).doFilter(request, response, behind);
  }

  @Test
  void whatCameInTimeIsGivenOnAsItWas() throws Exception {
    comes(Duration.ofMinutes(1));
    assertThat(behind.getRequest()).isNotNull();
    assertThat(body()).isEqualTo("{\"a\": 1}");
  }

  private String body() throws IOException {
    return new String(behind.getRequest().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void whatTricklesIsNotWaitedFor() throws Exception {
    comes(Duration.ZERO);
    assertThat(behind.getRequest()).isNull();
    assertThat(response.getStatus()).isEqualTo(408);
    assertThat(response.getContentAsString()).contains("CF-E187");
  }
}
