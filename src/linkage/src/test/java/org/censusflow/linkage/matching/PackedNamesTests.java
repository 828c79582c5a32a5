package org.censusflow.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.censusflow.linkage.similarity.Edits;
import org.junit.jupiter.api.Test;

class PackedNamesTests {

  private final Random random = new Random(7);

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      name.append("张伟芳龘".charAt(random.nextInt(4)));
    }
    return name.toString();
  }

  private static long packed(String name) {
    long packed = 0;
    for (char c : name.toCharArray()) {
      packed = packed << 16 | c;
    }
    return packed;
  }

  @Test
  void packedNamesAreTestedAsTheirTextsAre() {
    for (int i = 0; i < 50_000; i++) {
      String a = name();
      String b = name();
      assertThat(PackedNames.oneEdit(packed(a), packed(b)))
          .as("%s / %s", a, b)
          .isEqualTo(Edits.atMost(1, a, b));
      assertThat(PackedNames.reordered(packed(a), packed(b)))
          .as("%s / %s", a, b)
          .isEqualTo(NameTests.reordered(a, b));
    }
  }
}
