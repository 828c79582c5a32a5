package org.censusflow.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of documentation that can be carried out: its blocks marked {@code bash}, each with the
 * block marked {@code text} that follows it, which shows what comes out.
 */
record ShellPage(List<Step> steps) {

  private static final Pattern BLOCK =
      Pattern.compile(
          "^```bash\\n(.*?)^```\\n(?:\\n```text\\n(.*?)^```\\n)?",
          Pattern.DOTALL | Pattern.MULTILINE);

  /**
   * @param shown what the page promises, with … for anything within a line; null for no promise
   */
  record Step(String commands, String shown) {

    boolean keptBy(String output) {
      String lines = output.replace("\r\n", "\n").strip();
      return shown == null || expected().matcher(lines).matches();
    }

    private Pattern expected() {
      return Pattern.compile(
          Arrays.stream(shown.strip().split("…", -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")));
    }
  }

  static ShellPage read(Path page) throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(page).replace("\r\n", "\n"));
    return new ShellPage(blocks.results().map(ShellPage::step).toList());
  }

  private static Step step(MatchResult block) {
    return new Step(block.group(1), block.group(2));
  }

  /** The blocks as one script, with a line of the separator behind each one's output. */
  String script(String separator) {
    return steps.stream()
        .map(step -> step.commands() + "echo '" + separator + "'\n")
        .collect(Collectors.joining());
  }

  /** What each block wrote; fewer than there are blocks when the script ended early. */
  static List<String> outputs(String all, String separator) {
    List<String> outputs = new ArrayList<>(List.of(all.split("\\R?" + separator + "\\R", -1)));
    outputs.remove(outputs.size() - 1);
    return outputs;
  }
}
