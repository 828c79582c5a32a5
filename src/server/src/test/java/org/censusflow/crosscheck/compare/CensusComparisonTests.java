package org.censusflow.crosscheck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.censusflow.crosscheck.delivery.Deliveries;
import org.censusflow.crosscheck.request.RequestLedger;
import org.censusflow.crosscheck.review.PairVerdicts;
import org.censusflow.linkage.CensusFields;
import org.censusflow.linkage.Pattern;
import org.censusflow.linkage.population.Population;
import org.censusflow.registration.answers.Census;
import org.junit.jupiter.api.Test;

/** The decision table alone says what is a finding. */
class CensusComparisonTests {

  private static final Census CENSUS =
      new Census("c", "d", Instant.parse("2020-10-31T16:00:00Z"), OptionalLong.of(1));

  private final ComparisonRows rows = mock(ComparisonRows.class);

  @Test
  void aRuleForAnOrdinaryPersonFires() {
    List<Pattern> asked = new ArrayList<>();
    PatternMeaning everybody =
        pattern -> {
          asked.add(pattern);
          return List.of(new PatternMeaning.Meaning("D01", "enumerator", "supervisor"));
        };

    List<FindingStore.Finding> found = findings(everybody);

    assertThat(found).hasSize(2);
    assertThat(asked).as("once for each distinct pattern").hasSize(1);
    assertThat(Pattern.parse(found.get(0).pattern())).isEqualTo(asked.get(0));
  }

  @Test
  void whatTheTableHasNoRuleForIsNoFinding() {
    assertThat(findings(pattern -> List.of())).isEmpty();
  }

  private List<FindingStore.Finding> findings(PatternMeaning table) {
    Population twoPeople =
        Population.builder(CensusFields.census())
            .add(person("1", "陈某", "1980-05-06", "1"))
            .add(person("2", "林某", "1991-02-03", "2"))
            .build();
    when(rows.registered(CENSUS.id())).thenReturn(twoPeople);
    return new CensusComparison(
            rows,
            mock(RequestLedger.class),
            mock(Deliveries.class),
            mock(PairVerdicts.class),
            table)
        .run(CENSUS)
        .findings();
  }

  private static String[] person(String id, String name, String born, String sex) {
    return new String[] {
      id, "", name, born, sex, "样例路9号", "01", "1", "1", "short", "350205001001001", id
    };
  }
}
