package org.censusflow.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.censusflow.engine.models.Traceability.Kind;
import org.junit.jupiter.api.Test;

/** Every clause is carried or known to be open, and the page about it is up to date. */
class TraceabilityTests {

  private static final Path PAGE = Path.of("docs/traceability.md");

  /** Clauses that no element and no decision carries yet; the list may only get shorter. */
  private static final Set<String> MAY_BE_OPEN =
      Set.of(
          """
          H1.02b H1.03 H1.04a H1.04d H1.04g H1.05c H1.07a H1.07b H1.08a H1.09a H1.09b H1.10a H1.10b
          H1.11a H1.11b H1.11d H1.12 H1.13 H1.14a H1.14b H1.15b H1.16 H1.17 H1.18 H1.19b H1.20b H2.3
          X3.1c X3.1d X3.2.01 X3.2.02 X3.2.03 X3.2.05a X3.2.05c X3.2.05d X3.2.06a X3.2.07a X3.2.07b
          X3.2.07c X3.2.10 X3.3a X3.3d X4.2 X5.1a X5.4
          """
              .split("\\s+"));

  private final Traceability traceability = Traceability.read();

  @Test
  void whatIsNamedIsAClauseOfANotice() {
    assertThat(traceability.clauses).hasSizeGreaterThan(80).containsKeys("H0.1", "XA");
    assertThat(traceability.unknown()).isEmpty();
  }

  @Test
  void noClauseIsLost() {
    assertThat(traceability.clauses).containsKeys(MAY_BE_OPEN.toArray(String[]::new));
    assertThat(traceability.open()).isSubsetOf(MAY_BE_OPEN);
  }

  @Test
  void whatCarriesAClauseIsListedWithItsKind() {
    assertThat(traceability.of("H1.02e", Kind.ELEMENT))
        .contains("`Inspection`: 现场检查并记录 (`Task_RecordInspection`)");
    assertThat(traceability.of("X5.2c", Kind.DECISION)).contains("`Disposition`: 违法行为处理方式");
    assertThat(traceability.of("H2.5", Kind.FORM)).contains("`AskPolicyQuestion.form`");
    assertThat(traceability.of("H1.08b", Kind.FORM)).contains("`SignFigures.html`");
    assertThat(traceability.of("H1.08b", Kind.DISTRICT)).contains("haicang: 卫健局");
    assertThat(traceability.of("H1.02e", Kind.TEST)).contains("`InspectionModelTests`");
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    String page = TraceabilityPage.write(traceability);
    if (Boolean.getBoolean("censusflow.traceability.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("write it with: " + TraceabilityPage.REGENERATE).exists();
    assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
        .as("docs/traceability.md is out of date; write it with: " + TraceabilityPage.REGENERATE)
        .isEqualTo(page);
  }
}
