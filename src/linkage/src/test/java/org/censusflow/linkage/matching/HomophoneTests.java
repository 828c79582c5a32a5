package org.censusflow.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.censusflow.linkage.similarity.Readings;
import org.junit.jupiter.api.Test;

class HomophoneTests {

  @Test
  void namesOfOneSoundAreAlikeWhateverTheirCharacters() {
    assertSound("张伟", "章伟", true);
    assertSound("萧红", "肖红", true);
    assertSound("张伟", "章玮", true);
  }

  @Test
  void aCharacterOfSeveralReadingsSoundsLikeAnyOfThem() {
    assertSound("单雄", "善雄", true);
    assertSound("单雄", "丹雄", true);
    assertSound("善雄", "丹雄", false);
    assertSound("曾敏", "增敏", true);
  }

  @Test
  void namesOfAnotherSoundOrLengthAreNotAlike() {
    assertSound("张伟", "王伟", false);
    assertSound("张伟", "张伟伟", false);
    assertSound("张伟", "伟张", false);
  }

  @Test
  void longNamesAndLatinOnesHaveASoundAsWell() {
    assertThat(NameTests.sameSound("阿卜杜拉哈尔", "阿不都拉哈尔")).isTrue();
    assertThat(NameTests.sameSound("阿卜杜拉哈尔", "阿卜杜拉克木")).isFalse();
    assertThat(NameTests.sameSound("阿依古丽张", "阿伊古丽章")).isTrue();
    assertThat(NameTests.sameSound("robert", "rupert")).isTrue();
    assertThat(NameTests.sameSound("robert", "张伟")).isFalse();
    assertThat(Readings.alike('a', 0x20000)).isFalse();
  }

  private static void assertSound(String a, String b, boolean same) {
    assertThat(NameTests.sameSound(a, b)).as(a + " " + b).isEqualTo(same);
    assertThat(PackedNames.sameSound(packed(a), packed(b))).as(a + " " + b).isEqualTo(same);
  }

  private static long packed(String name) {
    long packed = 0;
    for (char c : name.toCharArray()) {
      packed = packed << 16 | c;
    }
    return packed;
  }
}
