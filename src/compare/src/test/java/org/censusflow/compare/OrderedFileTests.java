package org.censusflow.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.censusflow.linkage.population.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Parts that several threads make, and the file that comes of them. */
class OrderedFileTests {

  @TempDir private Path directory;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void partsStandInTheirOrderWhicheverThreadMadeThem() throws IOException {
    Path file = directory.resolve("parts.csv");
    Files.writeString(file, "a longer file that was there before\n".repeat(1_000));
    StringBuilder expected = new StringBuilder("head\n");
    try (OrderedFile out = new OrderedFile(file, bytes("head\n"))) {
      new Workers(7)
          .run(200, i -> out.append(i, () -> ByteBuffer.wrap(bytes((i + "\n").repeat(i % 13)))));
    }
    for (int i = 0; i < 200; i++) {
      expected.append((i + "\n").repeat(i % 13));
    }
    assertThat(file).hasContent(expected.toString());
  }

  @Test
  void aPartThatCannotBeMadeEndsTheWritingAndNobodyWaitsForIt() throws IOException {
    try (OrderedFile out = new OrderedFile(directory.resolve("broken.csv"), bytes(""))) {
      org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () ->
              assertThatThrownBy(
                      () ->
                          new Workers(4)
                              .run(
                                  50,
                                  i ->
                                      out.append(
                                          i,
                                          () -> {
                                            if (i == 3) {
                                              throw new IllegalStateException("broken");
                                            }
                                            return ByteBuffer.wrap(bytes("x"));
                                          })))
                  .isInstanceOf(RuntimeException.class));
    }
  }
}
