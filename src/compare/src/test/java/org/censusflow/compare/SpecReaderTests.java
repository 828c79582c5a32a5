package org.censusflow.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.censusflow.linkage.population.Role;
import org.censusflow.linkage.spec.CensusSpecs;
import org.censusflow.linkage.spec.ComparisonSpec;
import org.censusflow.linkage.spec.LevelKind;
import org.junit.jupiter.api.Test;

class SpecReaderTests {

  private static ComparisonSpec read(String yaml) throws IOException {
    return SpecReader.read(new YAMLMapper().readTree(yaml));
  }

  @Test
  void aShortSpecGetsTheLevelsOfItsRoles() throws IOException {
    ComparisonSpec spec =
        read(
            """
            name: cups
            fields:
              - {name: sku, role: key}
              - {name: title, role: text, columns: [title, product name]}
              - {name: price, role: number}
            blocking: [title.words, price + title.prefix3]
            """);
    assertThat(spec.fields().get(1).levels().get(0).kind()).isEqualTo(LevelKind.EXACT);
    assertThat(spec.fields().get(1).field().columns()).containsExactly("title", "product name");
    assertThat(spec.fields().get(2).field().role()).isEqualTo(Role.NUMBER);
    assertThat(spec.blocking().get(1).text()).isEqualTo("price + title.prefix3");
    assertThat(spec.matchAt()).isEqualTo(0.5);
  }

  @Test
  void allFaultsComeAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    fields:
                      - {name: a, role: text, colour: red}
                      - {name: b, role: code, levels: [{edits x: y}]}
                    blocking: [c]
                    match: 2
                    """))
        .hasMessageContaining("colour: unknown key")
        .hasMessageContaining("'x' is not a number")
        .hasMessageContaining("levels: the first must be exact");
  }

  @Test
  void builtInSpecsAreFoundByName() throws IOException {
    assertThat(SpecReader.named("census")).isEqualTo(CensusSpecs.census());
    assertThat(SpecReader.named("febrl").blocking()).hasSizeGreaterThan(5);
  }
}
