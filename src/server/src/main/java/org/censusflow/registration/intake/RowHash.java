package org.censusflow.registration.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.censusflow.files.Sha256;
import org.censusflow.registration.form.Answer;

/**
 * The SHA-256 of what a row or a form says, as Base64 without padding: the same again is told from
 * a correction by it, so nobody may be able to make two that are alike. For one thread at a time.
 */
final class RowHash {

  private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();

  private final MessageDigest digest = Sha256.digest();

  /**
   * @param keys what a row can say, in a fixed order
   */
  String of(List<String> keys, Answer row) {
    StringBuilder said = new StringBuilder(400);
    for (String key : keys) {
      String value = row.get(key);
      if (value != null) {
        // With its length, so that no value can look like the next key.
        said.append(key).append(':').append(value.length()).append(':').append(value);
      }
    }
    return of(said.toString());
  }

  String of(String said) {
    return TEXT.encodeToString(digest.digest(said.getBytes(StandardCharsets.UTF_8)));
  }
}
