package org.censusflow.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals bytes with AES-GCM. What is sealed begins with a version, four bytes that tell which key it
 * was, and the nonce. The place where the bytes are kept is sealed with them: a part that is put in
 * the place of another does not open.
 */
class Vault {

  private static final Logger log = LoggerFactory.getLogger(Vault.class);

  private static final byte VERSION = 1;
  private static final int KEY_MARK = 4;
  private static final int NONCE = 12;
  private static final int HEAD = 1 + KEY_MARK + NONCE;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final byte[] mark;
  private final SecureRandom random = new SecureRandom();

  Vault(QuarantineKey quarantineKey) {
    key = new SecretKeySpec(quarantineKey.bytes(), "AES");
    mark = Arrays.copyOf(QuarantineKey.sha256(quarantineKey.bytes()), KEY_MARK);
    if (quarantineKey.sample()) {
      log.warn(
          "CF-W602 Deliveries are sealed with the published sample key: for trials on the embedded"
              + " database only");
    }
  }

  /**
   * @param place where the bytes are going to be kept
   */
  byte[] seal(byte[] plain, String place) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
      return ByteBuffer.allocate(HEAD + sealed.length)
          .put(VERSION)
          .put(mark)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws Unsealable when the bytes were changed, stem from another place, or another key is set
   */
  byte[] open(byte[] sealed, String place) {
    if (sealed.length < HEAD || sealed[0] != VERSION) {
      throw new Unsealable("CF-E612 Sealed content is damaged");
    }
    if (!Arrays.equals(mark, 0, KEY_MARK, sealed, 1, 1 + KEY_MARK)) {
      throw new Unsealable("CF-E613 Content was sealed with another quarantine key");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1 + KEY_MARK, HEAD);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(sealed, HEAD, sealed.length - HEAD);
    } catch (AEADBadTagException e) {
      throw new Unsealable("CF-E612 Sealed content is damaged");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Sealed bytes that do not open; the message names neither content nor key. */
  static final class Unsealable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unsealable(String message) {
      super(message);
    }
  }
}
