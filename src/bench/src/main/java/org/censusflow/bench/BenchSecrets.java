package org.censusflow.bench;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** What a server asks for before it starts, made up for one measurement. */
final class BenchSecrets {

  private BenchSecrets() {}

  /** One that the server's rules for passwords let pass. */
  static String password() {
    return "Aa1!" + UUID.randomUUID();
  }

  /** A key to seal deliveries with. */
  static String key() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
