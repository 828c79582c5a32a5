package org.censusflow.crosscheck.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.censusflow.files.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals bytes with AES-GCM, segment by segment. What is sealed begins with a version and four bytes
 * that tell which key it was; each segment begins with its nonce. The place where the bytes are
 * kept is sealed with them, and the segment's own place: a part that is put in the place of another
 * does not open, nor does one that was cut off.
 *
 * <p>Segments, because Java's AES-GCM gets fast after some thousand calls: a few large ones cost
 * eight times the processor time.
 */
public class Vault {

  /** Plain bytes of a segment. */
  static final int SEGMENT = 16 * 1024;

  private static final Logger log = LoggerFactory.getLogger(Vault.class);

  private static final byte VERSION = 2;
  private static final int KEY_MARK = 4;
  private static final int HEAD = 1 + KEY_MARK;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final int SEALED_SEGMENT = NONCE + SEGMENT + TAG;

  private final SecretKeySpec key;
  private final byte[] mark;
  private final SecureRandom random = new SecureRandom();

  public Vault(QuarantineKey quarantineKey) {
    key = new SecretKeySpec(quarantineKey.bytes(), "AES");
    mark = Arrays.copyOf(Sha256.of(quarantineKey.bytes()), KEY_MARK);
    if (quarantineKey.sample()) {
      log.warn(
          "CF-W602 Deliveries are sealed with the published sample key: for trials on the embedded"
              + " database only");
    }
  }

  /**
   * @param place where the bytes are going to be kept
   */
  public byte[] seal(byte[] plain, String place) {
    int segments = Math.max(1, segments(plain.length, SEGMENT));
    ByteBuffer source = ByteBuffer.wrap(plain);
    ByteBuffer sealed = ByteBuffer.allocate(HEAD + plain.length + segments * (NONCE + TAG));
    sealed.put(VERSION).put(mark);
    byte[] nonce = new byte[NONCE];
    try {
      Cipher cipher = cipher();
      for (int segment = 1; segment <= segments; segment++) {
        random.nextBytes(nonce);
        sealed.put(nonce);
        init(cipher, Cipher.ENCRYPT_MODE, nonce, place, segment, segments);
        cipher.doFinal(next(source, SEGMENT), sealed);
      }
      return sealed.array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws Unsealable when the bytes were changed, stem from another place, or another key is set
   */
  public byte[] open(byte[] sealed, String place) {
    int segments = segments(sealed.length - HEAD, SEALED_SEGMENT);
    int last = sealed.length - HEAD - (segments - 1) * SEALED_SEGMENT;
    if (segments < 1 || last < NONCE + TAG || sealed[0] != VERSION) {
      throw damaged();
    }
    if (!Arrays.equals(mark, 0, KEY_MARK, sealed, 1, HEAD)) {
      throw new Unsealable("CF-E613 Content was sealed with another quarantine key");
    }
    ByteBuffer source = ByteBuffer.wrap(sealed, HEAD, sealed.length - HEAD);
    ByteBuffer plain = ByteBuffer.allocate(source.remaining() - segments * (NONCE + TAG));
    byte[] nonce = new byte[NONCE];
    try {
      Cipher cipher = cipher();
      for (int segment = 1; segment <= segments; segment++) {
        ByteBuffer content = next(source, SEALED_SEGMENT);
        content.get(nonce);
        init(cipher, Cipher.DECRYPT_MODE, nonce, place, segment, segments);
        cipher.doFinal(content, plain);
      }
      return plain.array();
    } catch (AEADBadTagException e) {
      throw damaged();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int segments(int bytes, int size) {
    return (bytes + size - 1) / size;
  }

  /** The next bytes of a buffer, at most so many; the buffer moves on behind them. */
  private static ByteBuffer next(ByteBuffer source, int most) {
    int size = Math.min(most, source.remaining());
    ByteBuffer next = source.slice(source.position(), size);
    source.position(source.position() + size);
    return next;
  }

  private static Cipher cipher() throws GeneralSecurityException {
    return Cipher.getInstance("AES/GCM/NoPadding");
  }

  private void init(Cipher cipher, int mode, byte[] nonce, String place, int segment, int segments)
      throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
    String sealedPlace = place + " segment " + segment + " of " + segments;
    cipher.updateAAD(sealedPlace.getBytes(StandardCharsets.UTF_8));
  }

  private static Unsealable damaged() {
    return new Unsealable("CF-E612 Sealed content is damaged");
  }

  /** Sealed bytes that do not open; the message names neither content nor key. */
  static final class Unsealable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unsealable(String message) {
      super(message);
    }
  }
}
