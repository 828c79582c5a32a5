package org.censusflow.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.censusflow.linkage.population.Column;
import org.censusflow.linkage.population.Field;
import org.censusflow.linkage.population.Population;
import org.censusflow.linkage.population.Role;
import org.junit.jupiter.api.Test;

class HouseholdEvidenceTests {

  private final Column left = addresses("滨湖路1号", "滨湖路1号", "滨湖路2号", "");
  private final Column right = addresses("别处路9号", "别处路9号", "别处路8号", "");
  private final HouseholdEvidence households = new HouseholdEvidence(left, right);
  private final Linkage linkage = new Linkage(4, 4);

  private static Column addresses(String... rows) {
    Population.Builder builder =
        Population.builder(List.of(new Field("address", Role.ADDRESS, List.of("address"))));
    for (String row : rows) {
      builder.add(row);
    }
    return builder.build().column("address");
  }

  @Test
  void aMatchOfTwoMembersSpeaksForTheOthers() {
    linkage.link(0, 0, 0, 1, false);
    households.ask(1, 1);
    households.ask(2, 1);
    assertThat(households.look(linkage)).isTrue();
    assertThat(households.matched(1, 1)).isTrue();
    assertThat(households.matched(2, 1)).isFalse();
  }

  @Test
  void aReviewOfTwoMembersSpeaksForNobody() {
    linkage.link(0, 0, 0, 0.5, true);
    households.ask(1, 1);
    households.look(linkage);
    assertThat(households.matched(1, 1)).isFalse();
  }

  @Test
  void nobodyWithoutAddressIsOfAHousehold() {
    linkage.link(3, 3, 0, 1, false);
    households.ask(3, 3);
    households.look(linkage);
    assertThat(households.matched(3, 3)).isFalse();
  }
}
