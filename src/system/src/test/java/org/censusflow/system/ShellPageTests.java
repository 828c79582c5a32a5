package org.censusflow.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that promises something else than what happens is found out. */
class ShellPageTests {

  @TempDir private Path folder;

  private ShellPage page(String text) throws Exception {
    return ShellPage.read(Files.writeString(folder.resolve("page.md"), text));
  }

  @Test
  void blocksAreTakenWithWhatTheyShow() throws Exception {
    ShellPage page =
        page(
            """
            ```sh
            rm -rf everything
            ```

            ```bash
            first
            ```

            ```text
            one … three
            ```

            ```bash
            second
            ```
            """);
    assertThat(page.steps())
        .containsExactly(
            new ShellPage.Step("first\n", "one … three\n"), new ShellPage.Step("second\n", null));
    assertThat(page.script("--")).isEqualTo("first\necho '--'\nsecond\necho '--'\n");
    assertThat(ShellPage.outputs("one two three\n--\n--\n", "--"))
        .containsExactly("one two three", "");
  }

  @Test
  void aPromiseIsKeptToTheLetterButForTheDots() {
    ShellPage.Step step = new ShellPage.Step("", "{\"id\":…}\ndone\n");
    assertThat(step.keptBy("{\"id\":17}\ndone\n")).isTrue();
    assertThat(step.keptBy("{\"id\":17}\nfailed\n")).isFalse();
    assertThat(step.keptBy("{\"id\":17}\n\ndone\n")).isFalse();
    assertThat(step.keptBy("")).isFalse();
  }
}
