package org.censusflow.outside.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The signature that the integrators' page teaches to check is the one that the program makes. */
class SignatureTests {

  private static final Instant SENT = Instant.parse("2020-11-28T08:15:41Z");

  @Test
  void theExampleOfThePageIsSignedAsTheProgramSigns() throws IOException {
    assertThat(Signature.of(shown("SECRET"), SENT, shown("BODY"))).isEqualTo(shown("SIGNATURE"));
  }

  @Test
  void anotherSecretTimeOrBodyGivesAnotherSignature() throws IOException {
    String signature = shown("SIGNATURE");
    String body = shown("BODY");
    assertThat(Signature.of(shown("SECRET") + "x", SENT, body)).isNotEqualTo(signature);
    assertThat(Signature.of(shown("SECRET"), SENT.plusSeconds(1), body)).isNotEqualTo(signature);
    assertThat(Signature.of(shown("SECRET"), SENT, body + " ")).isNotEqualTo(signature);
  }

  private static String shown(String variable) throws IOException {
    Matcher line =
        Pattern.compile("^" + variable + "='(.*)'$", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("docs/integrators.md")));
    assertThat(line.find()).as(variable).isTrue();
    return line.group(1);
  }
}
