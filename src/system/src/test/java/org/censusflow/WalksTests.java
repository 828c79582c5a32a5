package org.censusflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walks that a newcomer takes lead past classes that are there, and are not too long. */
class WalksTests {

  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

  @ParameterizedTest
  @CsvSource({"A household,25", "A delivery,60"})
  void everyStationOfAWalkIsThere(String walk, int most) throws IOException {
    String page = Files.readString(Path.of("CONTRIBUTING.md"));
    int from = page.indexOf("**" + walk);
    List<String> stations =
        CLASS
            .matcher(page.substring(from, page.indexOf("\n\n", from)))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(stations).hasSizeBetween(20, most).doesNotHaveDuplicates();
    assertThat(classes()).containsAll(stations);
  }

  private static Set<String> classes() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      return sources
          .map(Path::toString)
          .filter(file -> file.contains("/src/main/java/") && file.endsWith(".java"))
          .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - 5))
          .collect(Collectors.toSet());
    }
  }
}
