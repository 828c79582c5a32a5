package org.censusflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An operator who meets a numbered message finds it in {@code docs/errors.md}. */
class NumberedMessagesTests {

  private static final Pattern IN_CODE = Pattern.compile("[\"'](CF-[EWI]\\d{3}|[A-Z]+-\\d{2}) ");
  private static final Pattern SENT_AWAY =
      Pattern.compile("请(?:联系|询问|咨询|与.{1,8}联系|(?:报告)?(?:区?普查办负责人|区普查办|负责人|系统管理员))");
  private static final Pattern IN_TABLE =
      Pattern.compile("^\\| `(CF-[EWI]\\d{3}|[A-Z]+-\\d{2})` \\|", Pattern.MULTILINE);

  @Test
  void theTableHasEveryNumberOfTheProgramAndNoOther() throws IOException {
    assertThat(found(IN_TABLE, Files.readString(Path.of("docs/errors.md"))))
        .isEqualTo(numbersInCode());
  }

  /** Whoever reads it may be the one who would be asked: it says what can be done, and by whom. */
  @Test
  void noRefusalSendsItsReaderToSomebodyWhoMayBeTheReader() throws IOException {
    assertThat(sources())
        .flatExtracting(source -> read(source).lines().toList())
        .filteredOn(line -> line.contains("\""))
        .noneMatch(line -> SENT_AWAY.matcher(line).find());
  }

  private static Set<String> numbersInCode() throws IOException {
    Set<String> numbers = new TreeSet<>();
    sources().forEach(source -> numbers.addAll(found(IN_CODE, read(source))));
    return numbers;
  }

  /** What the programs are made of, every module's. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().matches("src/\\w+/src/main/.*\\.(java|sql)"))
          .toList();
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
