package org.censusflow.base.engine.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.censusflow.base.engine.models.Traceability.Kind;
import org.junit.jupiter.api.Test;

/** Every clause is carried and shown by a test, and the page about it is up to date. */
class TraceabilityTests {

  private static final Path PAGE = Path.of("docs/traceability.md");

  private final Traceability traceability = Traceability.read();

  @Test
  void whatIsNamedIsAClauseOfANotice() {
    assertThat(traceability.clauses).hasSizeGreaterThan(80).containsKeys("H0.1", "XA");
    assertThat(traceability.unknown()).isEmpty();
  }

  @Test
  void everyClauseIsCarriedByAnElementOrADecision() {
    assertThat(traceability.open()).isEmpty();
  }

  @Test
  void everyClauseIsAlsoADutyARuleOrASupplyOfADistrict() {
    assertThat(traceability.clauses.keySet())
        .allSatisfy(
            clause -> assertThat(traceability.of(clause, Kind.DISTRICT)).as(clause).isNotEmpty());
  }

  @Test
  void everyClauseIsShownByATestThatIsThere() {
    assertThat(traceability.clauses.keySet())
        .allSatisfy(
            clause -> assertThat(traceability.of(clause, Kind.TEST)).as(clause).isNotEmpty());
    assertThat(traceability.missingTests()).isEmpty();
  }

  @Test
  void everyDecisionNamesItsClausesAndIsKeptLikeAProcess() {
    assertThat(Models.dmnFiles())
        .allSatisfy(
            file ->
                assertThat(Models.text(file))
                    .contains("historyTimeToLive=\"P1825D\"", "versionTag=", "<description>")
                    .containsPattern("name=\"clauses\" value=\"[HX]")
                    .doesNotContainPattern("id=\"\\w+_[0-9a-z]{7}\""));
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
    assertThat(traceability.of("X5.1a", Kind.CODE)).contains("`CrossCheckReport`");
    assertThat(traceability.of("X5.1a", Kind.TEST)).contains("`CrossCheckReportTests`");
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
