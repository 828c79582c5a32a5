package org.censusflow.base.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ParamsTests {

  private static final Instant NOW = Instant.parse("2020-11-01T00:00:00Z");

  private enum Plain {
    ONE
  }

  private enum Coded implements Code {
    ONE_WORD;

    @Override
    public String code() {
      return "one-word";
    }
  }

  private record Row(LocalDate day, Instant at, Plain plain, Coded coded, String none) {}

  @Test
  void componentsGoAsTheDatabasesTakeThem() {
    LocalDate day = LocalDate.of(2020, 11, 1);
    Params row = Params.of(new Row(day, NOW, Plain.ONE, Coded.ONE_WORD, null)).and("key", 7);
    assertThat(row.getParameterNames())
        .containsExactly("day", "at", "plain", "coded", "none", "key");
    assertThat(row.getValue("day")).isEqualTo(Date.valueOf(day));
    assertThat(row.getValue("at")).isEqualTo(Timestamp.from(NOW));
    assertThat(row.getValue("plain")).isEqualTo("ONE");
    assertThat(row.getValue("coded")).isEqualTo("one-word");
    assertThat(row.getValue("none")).isNull();
    assertThat(row.getValue("key")).isEqualTo(7);
    assertThatThrownBy(() -> row.getValue("kye")).hasMessageContaining("kye");
  }

  @Test
  void aCodeThatNobodyHasIsRefused() {
    assertThat(Code.of(Coded.class, "one-word")).isEqualTo(Coded.ONE_WORD);
    assertThat(Code.of(Coded.class, null)).isNull();
    assertThatThrownBy(() -> Code.of(Coded.class, "two")).hasMessageContaining("two");
  }
}
