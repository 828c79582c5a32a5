package org.censusflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandsTests {

  private static final String LINE = "{\"n\":1,\"id\":1,\"hash\":\"SHA-256:%s\"}\n";

  /** Of a line feed and what stands before the hash, made by another program (sha256sum). */
  private static final String HASH =
      "a469cdaf576315c018b9487b6780666f4c0b55ac48bb12de98bf648b2e748155";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aSoundFileEndsWithZeroAndItsRoot() throws IOException {
    Path file = file(LINE.formatted(HASH));

    assertThat(verify(file.toString())).isZero();
    assertThat(out.toString()).contains("Sound. Root 1:SHA-256:" + HASH);
    assertThat(verify(file.toString(), "--root=1:SHA-256:" + HASH)).isZero();
  }

  @Test
  void aFaultEndsWithOneAndItsLine() throws IOException {
    Path file = file(LINE.formatted(HASH) + LINE.formatted(HASH));

    assertThat(verify(file.toString())).isEqualTo(1);
    assertThat(err.toString()).startsWith("Line 2 is not entry 2");
    assertThat(verify(file("").toString(), "--root=1:SHA-256:" + HASH)).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadOrUnderstoodEndsWithTwo() throws IOException {
    assertThat(verify(folder.resolve("none").toString())).isEqualTo(2);
    assertThat(verify(file("").toString(), "--root=yesterday")).isEqualTo(2);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("audit.jsonl"), content);
  }

  private int verify(String... arguments) {
    return new CommandLine(new VerifyAuditCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
