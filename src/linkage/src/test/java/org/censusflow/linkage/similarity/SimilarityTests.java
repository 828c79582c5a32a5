package org.censusflow.linkage.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random texts, Latin and Chinese, against the reference implementations of Apache Commons Text.
 */
class SimilarityTests {

  private final Random random = new Random(42);

  private String text(String alphabet, int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void jaroWinklerAgreesWithTheReference() {
    JaroWinklerSimilarity reference = new JaroWinklerSimilarity();
    for (int i = 0; i < 20_000; i++) {
      String alphabet = i % 2 == 0 ? "abcd" : "张王李伟芳娜";
      String a = text(alphabet, 12);
      String b = text(alphabet, 12);
      assertThat(JaroWinkler.similarity(a, b))
          .as("%s / %s", a, b)
          .isCloseTo(reference.apply(a, b), within(1e-12));
    }
  }

  @Test
  void limitedEditsAgreeWithTheReference() {
    for (int limit = 0; limit < 4; limit++) {
      LevenshteinDistance reference = new LevenshteinDistance(limit);
      for (int i = 0; i < 10_000; i++) {
        String a = text("abc", 9);
        String b = text("abc", 9);
        assertThat(Edits.atMost(limit, a, b))
            .as("%s / %s within %d", a, b, limit)
            .isEqualTo(reference.apply(a, b) >= 0);
      }
    }
  }

  @Test
  void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
    assertThat(Edits.atMost(1, "𠮷田", "吉田")).isTrue();
    assertThat(Edits.atMost(1, "𠮷田", "田")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"robert, rupert", "ashcraft, ashcroft", "tymczak, tymczak"})
  void soundexJoinsWhatSoundsAlike(String a, String b) {
    assertThat(Soundex.code(a)).isEqualTo(Soundex.code(b)).isNotZero();
  }

  @Test
  void soundexKeepsApartWhatDoesNot() {
    assertThat(Soundex.code("robert")).isNotEqualTo(Soundex.code("rubin"));
    assertThat(Soundex.code("张伟")).isZero();
  }

  @Test
  void sharedWordsAndBigrams() {
    assertThat(SharedParts.words("blue mug large", "large mug, blue")).isEqualTo(1);
    assertThat(SharedParts.words("blue mug", "red mug")).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(SharedParts.bigrams("night", "nacht")).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void wordsAreCountedAsARegularExpressionFindsThem() {
    Random random = new Random(11);
    String[] pieces = {"mug", "blue", "杯", "ⅷ", "x²", "tasse", "é", " ", "-", ", ", "_", "😀", "7"};
    for (int i = 0; i < 5_000; i++) {
      String a = text(random, pieces);
      String b = text(random, pieces);
      Set<String> all = words(a);
      Set<String> common = words(a);
      all.addAll(words(b));
      common.retainAll(words(b));
      double expected = all.isEmpty() ? 1 : (double) common.size() / all.size();
      assertThat(SharedParts.words(a, b)).as("%s | %s", a, b).isEqualTo(expected);
    }
  }

  private static String text(Random random, String[] pieces) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(9); n > 0; n--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  private static Set<String> words(String text) {
    Set<String> words = new TreeSet<>(List.of(text.split("[^\\p{L}\\p{N}]+")));
    words.remove("");
    return words;
  }
}
