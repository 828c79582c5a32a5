package org.censusflow.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Says what would become of a file before it is handed in; needs neither server nor database. Exits
 * with 0 when all rows are accepted, 1 when some are not, 2 for a wrong command line, 3 when the
 * file cannot be read as that kind.
 */
@Command(
    name = "check-file",
    description = "Reads a file as it would be read when handed in, and says what was noticed.",
    mixinStandardHelpOptions = true)
public final class CheckFileCommand implements Callable<Integer> {

  private static final int REJECTED = 1;
  private static final int UNREADABLE = 3;

  private final Map<String, Supplier<FileCheck>> kinds = new TreeMap<>();

  @Parameters(paramLabel = "FILE", description = "CSV or xlsx.")
  private Path file;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "KIND",
      description = "What the file holds.")
  private String kind;

  @Option(names = "--encoding", description = "Of a text; found out when left out.")
  private String encoding;

  @Option(names = "--json", description = "Prints the report as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** For the records of departments. */
  public CheckFileCommand() {
    RecordLayout.supplies().forEach(it -> kinds.put(it, () -> FileCheck.ofRecords(it)));
  }

  /**
   * @param more kinds of files beside the records of departments
   */
  public CheckFileCommand(Map<String, Supplier<FileCheck>> more) {
    this();
    kinds.putAll(more);
  }

  @Override
  public Integer call() throws IOException {
    Supplier<FileCheck> check = kinds.get(kind);
    if (check == null) {
      throw new ParameterException(
          spec.commandLine(), "--as has to be one of " + String.join(", ", kinds.keySet()));
    }
    FileReport report;
    try {
      report = check.get().read(file, encoding);
    } catch (NoSuchFileException e) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(report));
    } else {
      print(report, out);
    }
    out.flush();
    return report.sound() ? 0 : report.readable() ? REJECTED : UNREADABLE;
  }

  private static String json(FileReport report) throws JsonProcessingException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private static void print(FileReport report, PrintWriter out) {
    if (report.format() != null) {
      String encoding = report.encoding() == null ? "" : "，" + report.encoding();
      out.println("格式：" + report.format() + encoding + "，" + report.bytes() + " 字节");
    }
    report
        .columns()
        .forEach(
            (name, field) -> out.println("列：" + name + " → " + (field.isEmpty() ? "不用" : field)));
    report.notes().forEach(note -> out.println("说明：" + note));
    if (!report.readable()) {
      out.println("无法读取：" + report.reason());
      return;
    }
    out.println("记录：" + report.rows() + "，可接收 " + report.accepted() + "，将拒收 " + report.rejected());
    report.rejects().forEach(row -> out.println("第 " + row.line() + " 行：" + row.reason()));
  }
}
