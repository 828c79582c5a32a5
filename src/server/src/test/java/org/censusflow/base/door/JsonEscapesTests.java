package org.censusflow.base.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEscapesTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"样例\\u0000路\"}",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\ude00\"",
        "\"\\ud83d\\ud83d\\ude00\"",
        "\"\\uD83D\\n\"",
        "\"\\\\\\u0000\""
      })
  void whatNoDatabaseTakesIsFound(String json) {
    assertThat(JsonEscapes.holdsUnstorable(json.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"样例路\"}",
        "\"\\ud83d\\ude00\"",
        "\"\\\\u0000\"",
        "\"\\u0041\\n\"",
        "\"😀\"",
        "",
        "\"\\u00"
      })
  void everythingElseIsNot(String json) {
    assertThat(JsonEscapes.holdsUnstorable(json.getBytes(StandardCharsets.UTF_8))).isFalse();
  }
}
