package org.censusflow.crosscheck.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.censusflow.base.access.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTests {

  private static final String PLACE = "delivery 1 part 1";

  private final Vault vault = vault(new byte[32]);

  private static Vault vault(byte[] key) {
    String text = Base64.getEncoder().encodeToString(key);
    return new Vault(QuarantineKey.of(text, new EmbeddedDatabase(false)));
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Vault.SEGMENT, Vault.SEGMENT + 1, 3 * Vault.SEGMENT})
  void whatIsSealedOpensAgainWhateverItsLength(int length) {
    byte[] plain = bytes(length);
    assertThat(vault.open(vault.seal(plain, PLACE), PLACE)).isEqualTo(plain);
  }

  @Test
  void theSameBytesAreNeverSealedAlike() {
    byte[] plain = bytes(100);
    assertThat(vault.seal(plain, PLACE)).isNotEqualTo(vault.seal(plain, PLACE));
  }

  @Test
  void aChangedByteIsFoundInWhicheverSegmentItIs() {
    byte[] sealed = vault.seal(bytes(3 * Vault.SEGMENT), PLACE);
    for (int at : new int[] {5, 100, Vault.SEGMENT + 100, sealed.length - 1}) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      damaged(changed, PLACE);
    }
  }

  @Test
  void neitherAnotherPlaceNorAnotherOrderNorAPieceOpens() {
    byte[] sealed = vault.seal(bytes(2 * Vault.SEGMENT), PLACE);
    damaged(sealed, "delivery 1 part 2");
    int head = 5;
    int middle = head + (sealed.length - head) / 2;
    damaged(Arrays.copyOf(sealed, middle), PLACE);
    damaged(Arrays.copyOf(sealed, middle + 3), PLACE);
    damaged(Arrays.copyOf(sealed, 4), PLACE);
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, middle, swapped, head, sealed.length - middle);
    System.arraycopy(sealed, head, swapped, middle, middle - head);
    damaged(swapped, PLACE);
  }

  @Test
  void anotherKeyIsSaidToBeAnotherKey() {
    byte[] sealed = vault.seal(bytes(10), PLACE);
    assertThatThrownBy(() -> vault(bytes(32)).open(sealed, PLACE))
        .isInstanceOf(Vault.Unsealable.class)
        .hasMessageStartingWith("CF-E613");
  }

  private void damaged(byte[] sealed, String place) {
    assertThatThrownBy(() -> vault.open(sealed, place))
        .isInstanceOf(Vault.Unsealable.class)
        .hasMessageStartingWith("CF-E612");
  }
}
