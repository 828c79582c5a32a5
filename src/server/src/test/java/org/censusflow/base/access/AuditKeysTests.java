package org.censusflow.base.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller wrote into a path gets into the audit trail only if it is a key. */
class AuditKeysTests {

  @ParameterizedTest
  @ValueSource(
      strings = {"17", "350205001001", "haicang-2020", "0f3b6a52-cb0e-11ef-9f0c-0242ac120002"})
  void keysStay(String value) {
    assertThat(AuditKeys.known(value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "44142120180203434X",
        "441421180203434",
        "13800138000000",
        "王明",
        "Wang Ming",
        "wang-44142120180203434",
        ""
      })
  void namesAndNumbersDoNot(String value) {
    assertThat(AuditKeys.known(value)).isEqualTo(AuditKeys.NOT_A_KEY);
  }
}
